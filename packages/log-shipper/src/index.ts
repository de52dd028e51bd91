/**
 * Stands in for Filebeat and Logstash in development and in tests.
 *
 * @packageDocumentation
 */
export { readFilebeatConfig } from './filebeatConfig';
export type { FilebeatConfig } from './filebeatConfig';
export { BulkWriter } from './output/BulkWriter';
export type { Comparison } from './proof/compare';
export { proveNoLoss } from './proof/proveNoLoss';
export type { ProofOptions } from './proof/proveNoLoss';
export { Shipper } from './Shipper';
export type { ShipperCounters, ShipperOptions } from './Shipper';
export { Registry } from './tail/Registry';
export { Tailer } from './tail/Tailer';
