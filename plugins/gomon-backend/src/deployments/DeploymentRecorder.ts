import { EntityDeployments, HealthEvent } from '@gomon/plugin-gomon-common';
import { Component, Topology } from '@gomon/plugin-gomon-node';
import { EventStore } from '../database/EventStore';
import { shortRevision } from '../probes/argocd/application';
import { DeploymentReader } from './DeploymentReader';
import { DeploymentStore, Sync } from './DeploymentStore';

/** What the recorder needs. */
export interface DeploymentRecorderOptions {
  reader: Pick<DeploymentReader, 'read'>;
  store: DeploymentStore;
  events: Pick<EventStore, 'add'>;
  topology(): Promise<Topology>;
  /** How long events are kept: an older sync is none any more. */
  keepMs: number;
  /** Called when there is something new to see. */
  onChange(): Promise<void>;
}

/** Keeps what Argo CD says in the plugin's database, and tells each sync as an event of the timeline, once. */
export class DeploymentRecorder {
  #last = '';

  constructor(private readonly options: DeploymentRecorderOptions) {}

  async run(now: Date, signal: AbortSignal): Promise<void> {
    const { reader, store, events, onChange } = this.options;
    const topology = await this.options.topology();
    const found = await reader.read(topology, now, signal);
    await store.replace(found);
    const fresh = await store.takeNew(this.#syncsOf(found, now));
    await events.add(
      fresh.map(sync => eventOf(sync, urlOf(found, sync), topology)),
    );
    const shown = JSON.stringify(found.map(({ observedAt, ...own }) => own));
    if (shown !== this.#last) await onChange();
    this.#last = shown;
  }

  #syncsOf(found: readonly EntityDeployments[], now: Date): Sync[] {
    const oldest = now.getTime() - this.options.keepMs;
    const syncs = found
      .flatMap(({ deployments }) => deployments)
      .flatMap(({ application, history }) =>
        history.map(own => ({ ...own, application })),
      )
      .filter(({ deployedAt }) => Date.parse(deployedAt) > oldest);
    // Several components may be deployed by one application.
    const once = new Map(
      syncs.map(({ application, revision, deployedAt }) => [
        `${application} ${deployedAt}`,
        { application, revision, deployedAt },
      ]),
    );
    return [...once.values()];
  }
}

function urlOf(
  found: readonly EntityDeployments[],
  { application }: Sync,
): string | undefined {
  return found
    .flatMap(({ deployments }) => deployments)
    .find(own => own.application === application)?.url;
}

/** The event is Argo CD's, not that of each component that the application deploys: it stands in the timeline once. */
function eventOf(
  { application, revision, deployedAt }: Sync,
  url: string | undefined,
  { components }: Topology,
): HealthEvent {
  const gitops: Component | undefined = components.find(
    ({ stage }) => stage === 'gitops',
  );
  return {
    at: deployedAt,
    environment: (gitops ?? components[0]).environment,
    kind: 'deployment',
    entityRef: gitops?.entityRef,
    title: gitops?.title ?? application,
    sentence: `${application} was synced to ${shortRevision(revision)}.`,
    url,
  };
}
