/**
 * Faults staged against real processes, and the oracle that judges what came of them.
 *
 * @packageDocumentation
 */
export { FaultProxy, onImports } from './proxy/faultProxy';
export type { Misbehaviour, Plan } from './proxy/faultProxy';
export { Forwarder } from './network/forwarder';
export { NameServer } from './network/nameServer';
export { LedgerProducer } from './fleet/ledgerProducer';
export {
  collectedAtMs,
  hostName,
  messageOf,
  SERIES_PER_MESSAGE,
} from './fleet/hostModel';
export type { FleetModel } from './fleet/hostModel';
export { ProducedLedger } from './oracle/producedLedger';
export { judgeFleet } from './oracle/verdict';
export type { StoredSeries, Verdict } from './oracle/verdict';
export { faults } from './faults';
export { agentWaits } from './faults/agentWaits';
export { startServers } from './stage/servers';
export type { Servers } from './stage/servers';
export { pause, waitFor } from './stage/waitFor';
export { peakMib } from './stage/peakMib';
export { reportHead } from './report/machine';
export type { ReportHead } from './report/table';
export { fillBacklog } from './peers/backlog';
export type { Backlog } from './peers/backlog';
export {
  buildCollector,
  COLLECTOR_VERSION,
  CONTRIB,
} from './peers/buildCollector';
export { carefulCollector, collector } from './peers/collector';
export type { Contestant, Place, Running } from './peers/contestant';
export { countStored } from './peers/countStored';
export { gomon } from './peers/gomon';
export { isBehind, lagOf, rowsOf } from './peers/progress';
export { startProgram } from './peers/startProgram';
export { telegraf, TELEGRAF_VERSION } from './peers/telegraf';
export { holds } from './faults/fault';
export type { Fault, FaultResult } from './faults/fault';
