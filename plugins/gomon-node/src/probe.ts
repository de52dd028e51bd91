import { LoggerService } from '@backstage/backend-plugin-api';
import { Component, Topology } from './component';
import { ProbeReport } from './report';

/**
 * What the engine hands to a probe for one look.
 *
 * @public
 */
export interface ProbeContext {
  /** The components of the probe's stages, all at once: ask the system behind once, not once for each of them. */
  components: readonly Component[];
  /** All components and flows, for a probe that reports on flows or on neighbours. */
  topology: Topology;
  /** The time of the look. Probes take the time from here and read no clock of their own. */
  now: Date;
  /** Aborted when the time limit of the look is over or the backend stops. Hand it to every request. */
  signal: AbortSignal;
  logger: LoggerService;
}

/**
 * Reads one system and answers for many components at once.
 *
 * @remarks
 *
 * Processing flow of one cycle of the engine:
 *
 * 1. The engine reads the components from the catalog: every entity with the annotation `gomon.io/stage`. The annotation
 *    `gomon.io/sends-to` makes the flows between them.
 * 2. Every probe whose `stages` match at least one component is called, all probes at the same time, each with a time limit.
 *    A probe that threw or ran out of time is called again after a back-off of up to 30 seconds; one that is still running is
 *    not called a second time.
 * 3. A report's checks, figures and flows are joined with those of other probes about the same component. After a failed look
 *    the last report stays, marked `unknown` and with its age.
 * 4. Hysteresis: a check that turns bad counts when three looks in a row agree, or when a failing neighbour confirms it; one
 *    that turns good, when two do.
 * 5. Root cause: a failing check with `failure: 'own'` makes its component a cause. `starved` ones are explained by a failing
 *    component upstream, `blocked` ones by one downstream, `unseen` ones by the component named in `explainedBy`. A component
 *    with a failure that nothing explains is a cause, too.
 * 6. Statuses are rolled up to components and pipelines, written to the database with every transition, and signalled.
 *
 * Rules for a probe:
 *
 * - A question that could not be asked is status `unknown`, refused credentials are `unauthorised`, a missing address is
 *   `not-configured`. Never report a zero, or `ok`, for something that was not seen.
 * - A sentence says what was seen, with its figures and the limit; `meaning` what that means for the data; `action` what to do.
 * - Throw when nothing at all could be found out. The error's message is shown to people, so it must not carry a credential.
 * - Bound what you read: a system may answer garbage, or without end.
 *
 * @example
 *
 * A module that watches the nightly backup of databases, as in the README:
 *
 * ```ts
 * const backups: Probe = {
 *   id: 'backup',
 *   stages: ['database'],
 *   async look({ components, now, signal }) {
 *     const newest = await newestBackups(signal); // one request for all of them
 *     return {
 *       components: components.map(({ entityRef, title }) => ({
 *         entityRef,
 *         checks: [checkOf(title, newest.get(entityRef), now)],
 *       })),
 *     };
 *   },
 * };
 * ```
 *
 * @public
 */
export interface Probe {
  /** Unique and stable, lower case with dashes. Starts the identifiers of its checks: `kafka` for `kafka.lag`. */
  readonly id: string;
  /** Values of the annotation `gomon.io/stage` that it answers for. */
  readonly stages: readonly string[];
  /**
   * Set where the probe only adds to what others find out, such as what Kubernetes says of a component's pods. A component
   * that it reports nothing about is then not held to be watched by it.
   */
  readonly supplementary?: boolean;
  /** Looks once. Called again and again, never twice at the same time. */
  look(context: ProbeContext): Promise<ProbeReport>;
  /** Lets go of connections when the backend stops. */
  close?(): Promise<void>;
}
