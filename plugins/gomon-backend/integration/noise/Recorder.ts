import { Probe, ProbeReport } from '@gomon/plugin-gomon-node';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { RecordedCycle, Recording } from '../../src/engine/noise/recording';

const FOLDER = resolve(__dirname, '../../src/engine/noise');

/** Writes down what probes report, cycle by cycle. */
export class Recorder {
  #cycles: RecordedCycle[] = [];
  #notes: [number, string][] = [];
  #at?: number;

  constructor(
    private readonly probeIds: readonly string[],
    private readonly intervalSeconds: number,
  ) {}

  /** The probes, listened to. */
  around = (probes: Probe[]): Probe[] =>
    probes
      .filter(({ id }) => this.probeIds.includes(id))
      .map(probe => ({
        id: probe.id,
        stages: probe.stages,
        look: async context => {
          const cycle = this.#cycleOf(context.now);
          try {
            const report = await probe.look(context);
            cycle[probe.id] = withoutHosts(report);
            return report;
          } catch (error) {
            cycle[probe.id] = (error as Error).message;
            throw error;
          }
        },
        close: async () => probe.close?.(),
      }));

  note(text: string): void {
    this.#notes.push([this.#cycles.length, text]);
    process.stdout.write(`cycle ${this.#cycles.length}: ${text}\n`);
  }

  /** Writes what was recorded since the last time to a file, and begins anew. */
  async save(name: string): Promise<void> {
    const recording: Recording = {
      intervalSeconds: this.intervalSeconds,
      notes: this.#notes,
      // A cycle at either end may have begun or ended outside of the recording.
      cycles: this.#cycles.filter(
        cycle => Object.keys(cycle).length === this.probeIds.length,
      ),
    };
    const file = join(FOLDER, `${name}.json.gz`);
    await writeFile(file, gzipSync(JSON.stringify(recording), { level: 9 }));
    this.forget();
  }

  forget(): void {
    this.#cycles = [];
    this.#notes = [];
  }

  #cycleOf(now: Date): RecordedCycle {
    if (this.#at !== now.getTime()) this.#cycles.push({});
    this.#at = now.getTime();
    return this.#cycles.at(-1)!;
  }
}

/** Hosts decide nothing in the engine, and are most of a report. */
function withoutHosts({ components, flows }: ProbeReport): ProbeReport {
  return { components, flows };
}
