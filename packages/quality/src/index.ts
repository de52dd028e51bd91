/**
 * The quality gate of gomon as code, and what carries it out on a SonarQube.
 *
 * @packageDocumentation
 */
export { awaitVerdict } from './analysis/awaitVerdict';
export type { JudgedCondition, Verdict } from './analysis/awaitVerdict';
export { scan } from './analysis/scan';
export type { Scan, ScanOptions } from './analysis/scan';
export { conditions, desiredState } from './desired/desired';
export type { Condition, Desired } from './desired/desired';
export { SonarqubeClient, SonarqubeError } from './server/SonarqubeClient';
export type { Credentials } from './server/SonarqubeClient';
export { inWords } from './setup/describe';
export { observe } from './setup/observe';
export { setUp } from './setup/setUp';
export { ensureToken } from './setup/token';
