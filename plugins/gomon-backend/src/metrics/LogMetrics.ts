import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Figure } from '@gomon/plugin-gomon-common';
import { Snapshot } from '../engine/StateStore';

/**
 * What is known of the logs pipeline, which writes no series itself, as figures that an alert rule can ask for. The age of
 * the newest document is told as its time, so that it goes on growing while nothing can be seen of Elasticsearch, and the
 * largest is right where only one of several backends looks. The Prometheus exporter adds no unit to a name.
 */
export class LogMetrics {
  /** Unix seconds, by entity. */
  #newest: ReadonlyMap<string, number> = new Map();
  #waiting: ReadonlyMap<string, number> = new Map();

  constructor(metrics: MetricsService) {
    const gauge = (
      name: string,
      description: string,
      values: () => ReadonlyMap<string, number>,
    ) =>
      metrics.createObservableGauge(name, { description }).addCallback(all => {
        for (const [entity, value] of values()) all.observe(value, { entity });
      });
    gauge(
      'gomon.logs.newest_document.timestamp_seconds',
      'When the newest log document was read from its file, Unix seconds.',
      () => this.#newest,
    );
    gauge(
      'gomon.logs.waiting_lines',
      'Log lines that were read and not yet acknowledged.',
      () => this.#waiting,
    );
  }

  /** Notes what a cycle saw. */
  cycle({ states }: Snapshot): void {
    const newest = new Map<string, number>();
    const waiting = new Map<string, number>();
    for (const { entityRef, figures } of states.values()) {
      const age = figureOf(figures.elasticsearch, 'newest-document-age');
      const known = age ? writtenAt(age) : this.#newest.get(entityRef);
      if (known !== undefined) newest.set(entityRef, known);
      const lines = figureOf(figures.filebeat, 'waiting');
      if (lines) waiting.set(entityRef, lines.value);
    }
    this.#newest = newest;
    this.#waiting = waiting;
  }
}

function figureOf(
  figures: readonly Figure[] | undefined,
  id: string,
): Figure | undefined {
  return figures?.find(figure => figure.id === id);
}

function writtenAt({ observedAt, value }: Figure): number {
  return Math.round(Date.parse(observedAt) - value * 1000) / 1000;
}
