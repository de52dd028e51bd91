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
export { collectedAtMs, hostName, messageOf } from './fleet/hostModel';
export type { FleetModel } from './fleet/hostModel';
export { ProducedLedger } from './oracle/producedLedger';
export { judgeFleet } from './oracle/verdict';
export type { StoredSeries, Verdict } from './oracle/verdict';
export { faults } from './faults';
export { agentWaits } from './faults/agentWaits';
export { startServers } from './stage/servers';
export type { Servers } from './stage/servers';
export { holds } from './faults/fault';
export type { Fault, FaultResult } from './faults/fault';
