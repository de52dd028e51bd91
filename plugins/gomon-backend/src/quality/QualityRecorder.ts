import {
  EntityQuality,
  HealthEvent,
  ProjectQuality,
} from '@gomon/plugin-gomon-common';
import { Topology } from '@gomon/plugin-gomon-node';
import { EventStore } from '../database/EventStore';
import { QualityReader } from './QualityReader';
import { QualityStore } from './QualityStore';

/** What the recorder needs. */
export interface QualityRecorderOptions {
  reader: Pick<QualityReader, 'read'>;
  store: QualityStore;
  events: Pick<EventStore, 'add'>;
  topology(): Promise<Topology>;
  /** Called when there is something new to see. */
  onChange(): Promise<void>;
}

/** Keeps what SonarQube says in the plugin's database, and tells each change of a verdict as an event of the timeline, once. */
export class QualityRecorder {
  #last = '';

  constructor(private readonly options: QualityRecorderOptions) {}

  async run(now: Date, signal: AbortSignal): Promise<void> {
    const { events, onChange, reader, store } = this.options;
    const topology = await this.options.topology();
    const found = await reader.read(topology, now, signal);
    await store.replace(found);
    await events.add(await this.#changes(found, topology));
    const shown = JSON.stringify(found.map(({ observedAt, ...own }) => own));
    if (shown !== this.#last) await onChange();
    this.#last = shown;
  }

  async #changes(
    found: readonly EntityQuality[],
    topology: Topology,
  ): Promise<HealthEvent[]> {
    const changes: HealthEvent[] = [];
    for (const project of projectsIn(found)) {
      // A project that could not be read keeps its verdict; a first one is no change.
      if (project.status !== 'read' || project.verdict === 'none') continue;
      const before = await this.options.store.swapVerdict(
        project.asked,
        project.verdict,
      );
      if (before && before !== project.verdict) {
        changes.push(eventOf(project, topology));
      }
    }
    return changes;
  }
}

function projectsIn(found: readonly EntityQuality[]): ProjectQuality[] {
  const all = found.flatMap(({ projects }) => projects);
  return [...new Map(all.map(own => [own.asked, own])).values()];
}

/** The event is the gate's, not that of each component whose code is in the project: it stands in the timeline once. */
function eventOf(
  { analysedAt, asked, conditions, gate, url, verdict }: ProjectQuality,
  { components }: Topology,
): HealthEvent {
  const quality = components.find(({ stage }) => stage === 'code-quality');
  const failed = conditions
    .filter(({ passed }) => !passed)
    .map(({ sentence }) => sentence.replace(/\.$/, ''));
  return {
    at: analysedAt!,
    environment: (quality ?? components[0]).environment,
    kind: 'quality-gate',
    entityRef: quality?.entityRef,
    title: quality?.title ?? asked,
    sentence:
      verdict === 'failed'
        ? `${asked} fails ${gate}: ${failed.join('; ')}.`
        : `${asked} passes ${gate} again.`,
    url,
  };
}
