/**
 * Backend of gomon: probes, health engine, API.
 *
 * @packageDocumentation
 */
export { gomonPlugin as default } from './plugin';
