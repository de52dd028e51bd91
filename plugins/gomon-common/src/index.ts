/**
 * Model, annotations, permissions and status words shared by the gomon plugins.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './check';
export * from './entityHealth';
export * from './event';
export * from './figure';
export * from './permissions';
export * from './pipeline';
export * from './status';
