import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Look } from '../engine/ProbeRunner';

/** The engine's figures about itself. */
export class EngineMetrics {
  readonly #cycleSeconds;
  readonly #cycles;
  readonly #looks;

  constructor(metrics: MetricsService) {
    this.#cycleSeconds = metrics.createHistogram(
      'gomon.engine.cycle.duration',
      {
        description: 'How long a cycle of the health engine took.',
        unit: 's',
      },
    );
    this.#cycles = metrics.createCounter('gomon.engine.cycles', {
      description: 'Cycles of the health engine, by how they ended.',
    });
    this.#looks = metrics.createCounter('gomon.probe.looks', {
      description: 'Looks of the probes, by probe and by what came of them.',
    });
  }

  cycle(result: 'done' | 'failed', seconds: number): void {
    this.#cycles.add(1, { result });
    this.#cycleSeconds.record(seconds, { result });
  }

  looks(looks: readonly Look[]): void {
    for (const { probe, outcome } of looks) {
      this.#looks.add(1, { probe: probe.id, outcome });
    }
  }
}
