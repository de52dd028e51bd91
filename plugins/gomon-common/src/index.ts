/**
 * Model, annotations, permissions and status words shared by the gomon plugins.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './check';
export * from './deployment';
export * from './entityHealth';
export * from './entitySummary';
export * from './event';
export * from './figure';
export * from './finding';
export * from './history';
export * from './host';
export * from './log';
export * from './page';
export * from './permissions';
export * from './pipeline';
export * from './quality';
export * from './series';
export * from './silence';
export * from './status';
