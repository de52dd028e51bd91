import { CheckReport, FigureReport } from '@gomon/plugin-gomon-node';
import { durationInWords } from '../../words/age';
import { plural } from '../../words/count';
import { CounterRate } from '../CounterRate';
import { Standstill } from '../Standstill';
import { Filebeat } from './readFilebeat';

const RATE_WINDOW_MS = 30_000;
const LOSS_WINDOW_MS = 10 * 60_000;
/** Longer than Filebeat's longest pause between two tries. */
const STILL_LIMIT_SECONDS = 45;

interface Memory {
  read: CounterRate;
  acknowledged: CounterRate;
  dropped: CounterRate;
  standstill: Standstill;
  stillSeconds: number;
}

/** What goes through the Filebeats of a component from look to look. */
export class Shipping {
  readonly #memories = new Map<string, Memory>();
  #waiting = 0;

  add(filebeats: readonly Filebeat[], now: Date): void {
    this.#waiting = filebeats.reduce(
      (total, { waiting }) => total + waiting,
      0,
    );
    for (const filebeat of filebeats) {
      const memory = this.#memories.get(filebeat.url) ?? {
        read: new CounterRate(RATE_WINDOW_MS),
        acknowledged: new CounterRate(RATE_WINDOW_MS),
        dropped: new CounterRate(LOSS_WINDOW_MS),
        standstill: new Standstill(),
        stillSeconds: 0,
      };
      this.#memories.set(filebeat.url, memory);
      memory.read.add(filebeat.read, now);
      memory.acknowledged.add(filebeat.acknowledged, now);
      memory.dropped.add(filebeat.dropped, now);
      memory.stillSeconds = memory.standstill.add(
        filebeat.waiting,
        filebeat.acknowledged,
        now,
      );
    }
  }

  /** Lines a second that were read. */
  read(): number | undefined {
    return sum(this.#all(({ read }) => read.perSecond()));
  }

  /** Lines a second that Logstash took. */
  acknowledged(): number | undefined {
    return sum(this.#all(({ acknowledged }) => acknowledged.perSecond()));
  }

  figures(): FigureReport[] {
    const value = this.read();
    return [
      ...(value === undefined
        ? []
        : [
            {
              id: 'lines',
              label: 'lines read',
              value,
              unit: 'lines/s' as const,
            },
          ]),
      {
        id: 'waiting',
        label: 'lines waiting',
        value: this.#waiting,
        unit: 'lines' as const,
      },
    ];
  }

  checks(title: string): CheckReport[] {
    return [this.#handsOn(title), ...this.#losses(title)];
  }

  #handsOn(title: string): CheckReport {
    const seconds = Math.max(
      0,
      ...this.#all(({ stillSeconds }) => stillSeconds),
    );
    const common = {
      id: 'filebeat.output',
      title: 'Hands lines on',
      value: Math.round(seconds),
      unit: 'seconds' as const,
      threshold: STILL_LIMIT_SECONDS,
    };
    if (seconds <= STILL_LIMIT_SECONDS) {
      const sentence =
        this.#waiting === 0
          ? `${title} has handed every line on that it read.`
          : `${title} hands lines on; ${plural(
              this.#waiting,
              'line',
            )} on the way.`;
      return { ...common, status: 'ok', sentence };
    }
    return {
      ...common,
      status: 'down',
      failure: 'blocked',
      sentence: `${title} has not been able to hand a line on for ${durationInWords(
        seconds,
      )}; ${plural(
        this.#waiting,
        'line',
      )} wait in it, the others in their file.`,
      meaning:
        'Nothing is lost as long as the rotated files are kept: lines wait where they are.',
    };
  }

  #losses(title: string): CheckReport[] {
    const count = sum(this.#all(({ dropped }) => dropped.increase()));
    if (count === undefined) return [];
    const common = {
      id: 'filebeat.dropped',
      title: 'Dropped lines',
      value: count,
      unit: 'lines' as const,
      threshold: 0,
    };
    return [
      count === 0
        ? { ...common, status: 'ok', sentence: 'None in the last 10 minutes.' }
        : {
            ...common,
            status: 'degraded',
            failure: 'own',
            sentence: `${title} threw ${plural(
              count,
              'line',
            )} away in the last 10 minutes.`,
            meaning:
              'They are not in Elasticsearch; the log file may still have them.',
            action: { text: "Filebeat's own log says why." },
          },
    ];
  }

  #all<T>(pick: (memory: Memory) => T): T[] {
    return [...this.#memories.values()].map(pick);
  }
}

function sum(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter(value => value !== undefined);
  return known.length > 0
    ? known.reduce((total, value) => total + value, 0)
    : undefined;
}
