import { CheckReport, FigureReport } from '@gomon/plugin-gomon-node';
import { durationInWords } from '../../words/age';
import { bytesInWords, figureInWords, plural } from '../../words/count';
import { CounterRate } from '../CounterRate';
import { Standstill } from '../Standstill';
import { Logstash } from './readLogstash';

const RATE_WINDOW_MS = 30_000;
const LOSS_WINDOW_MS = 10 * 60_000;
/** Longer than the longest pause between two tries (64 s). */
const STILL_LIMIT_SECONDS = 75;
const QUEUE_LIMIT_PERCENT = 80;

/** What goes through Logstash from look to look. */
export class Processing {
  readonly #in = new CounterRate(RATE_WINDOW_MS);
  readonly #out = new CounterRate(RATE_WINDOW_MS);
  readonly #refused = new CounterRate(LOSS_WINDOW_MS);
  readonly #retried = new CounterRate(RATE_WINDOW_MS);
  readonly #standstill = new Standstill();
  #stillSeconds = 0;
  #last: Logstash | undefined;

  add(logstash: Logstash, now: Date): void {
    this.#last = logstash;
    this.#in.add(logstash.in, now);
    this.#out.add(logstash.out, now);
    this.#refused.add(logstash.refused, now);
    this.#retried.add(logstash.retried, now);
    const waiting = Math.max(logstash.waiting, logstash.in - logstash.out);
    this.#stillSeconds = this.#standstill.add(waiting, logstash.out, now);
  }

  /** Events a second that left. */
  perSecond(): number | undefined {
    return this.#out.perSecond();
  }

  figures(): FigureReport[] {
    const value = this.#out.perSecond();
    return [
      ...(value === undefined
        ? []
        : [
            {
              id: 'events',
              label: 'events out',
              value,
              unit: 'lines/s' as const,
            },
          ]),
      {
        id: 'queue',
        label: 'events waiting',
        value: this.#last!.waiting,
        unit: 'lines' as const,
      },
    ];
  }

  checks(title: string): CheckReport[] {
    return [
      this.#handsOn(title),
      ...this.#queue(title),
      this.#deadLetters(title),
    ];
  }

  #handsOn(title: string): CheckReport {
    const { waiting } = this.#last!;
    const retrying = (this.#retried.increase() ?? 0) > 0;
    const common = {
      id: 'logstash.output',
      title: 'Writes to Elasticsearch',
      value: Math.round(this.#stillSeconds),
      unit: 'seconds' as const,
      threshold: STILL_LIMIT_SECONDS,
    };
    const still = this.#stillSeconds > STILL_LIMIT_SECONDS;
    if (!still && !(retrying && this.#out.increase() === 0)) {
      return {
        ...common,
        status: 'ok',
        sentence: `${title} writes what comes in.`,
      };
    }
    return {
      ...common,
      status: 'down',
      failure: 'blocked',
      sentence: `${title} has not been able to write for ${durationInWords(
        this.#stillSeconds,
      )}; ${plural(waiting, 'event')} wait in its queue.`,
      meaning:
        'Nothing is lost: events wait in the queue on disk, and when that is full, lines wait in their file.',
    };
  }

  #queue(title: string): CheckReport[] {
    const { maxQueueBytes, queueBytes } = this.#last!;
    if (maxQueueBytes === 0) return [];
    const value = (100 * queueBytes) / maxQueueBytes;
    const full = value >= QUEUE_LIMIT_PERCENT;
    return [
      {
        id: 'logstash.queue',
        title: 'Queue',
        value,
        unit: 'percent',
        threshold: QUEUE_LIMIT_PERCENT,
        status: full ? 'degraded' : 'ok',
        ...(full && { failure: 'blocked' as const }),
        sentence: `The queue of ${title} holds ${bytesInWords(
          queueBytes,
        )} of ${bytesInWords(maxQueueBytes)} (${figureInWords(value)} %).`,
      },
    ];
  }

  #deadLetters(title: string): CheckReport {
    const { deadLetterBytes, deadLettersDropped } = this.#last!;
    const refused = this.#refused.increase() ?? 0;
    const common = {
      id: 'logstash.dead-letters',
      title: 'Dead letters',
      value: deadLetterBytes,
      unit: 'bytes' as const,
      threshold: 0,
    };
    if (deadLetterBytes === 0 && refused === 0 && deadLettersDropped === 0) {
      return {
        ...common,
        status: 'ok',
        sentence: 'Elasticsearch took every document.',
      };
    }
    const lost =
      deadLettersDropped > 0
        ? ` ${plural(deadLettersDropped, 'event')} did not fit and are lost.`
        : '';
    return {
      ...common,
      status: 'degraded',
      failure: 'own',
      sentence: `Elasticsearch refused documents of ${title} for good: ${bytesInWords(
        deadLetterBytes,
      )} of dead letters, ${plural(
        refused,
        'document',
      )} in the last 10 minutes.${lost}`,
      meaning:
        'They are kept in the dead-letter queue with the reason, and can be sent again.',
      action: {
        text: 'Read the reason in the dead-letter queue; a lost write alias is the usual one. docs/elasticsearch.md tells how to send them again.',
      },
    };
  }
}
