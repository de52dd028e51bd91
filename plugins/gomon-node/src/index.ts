/**
 * Extension point of the gomon backend plugin: what a probe is, and where it is added.
 *
 * @packageDocumentation
 */
export * from './component';
export * from './probe';
export * from './probesExtensionPoint';
export * from './report';
