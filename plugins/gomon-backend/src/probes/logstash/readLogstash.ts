import { LogstashInstance } from '../../config/schema';
import { HttpTarget } from '../http/HttpTarget';
import { numberOf, parseJson } from '../http/parseJson';
import { LookError } from '../LookError';

/** What Logstash says of the pipeline that carries the logs. */
export interface Logstash {
  in: number;
  out: number;
  /** Events in the queue. */
  waiting: number;
  queueBytes: number;
  /** 0 where the queue is not kept on disk. */
  maxQueueBytes: number;
  /** Documents that Elasticsearch refused for good. */
  refused: number;
  /** Tries that failed and are repeated. */
  retried: number;
  deadLetterBytes: number;
  /** Events that did not even fit into the dead-letter queue. */
  deadLettersDropped: number;
}

/** An empty dead-letter queue has one byte: the version of its format. */
const EMPTY_DEAD_LETTERS = 1;

/** Reads `/_node/stats` ("Node stats API" in Logstash's reference). */
export async function readLogstash(
  instance: LogstashInstance,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Logstash> {
  const target = new HttpTarget({ ...instance, timeoutMs });
  const body = await target.getText('/_node/stats', signal);
  return parseJson(body, ({ pipelines }) => {
    const pipeline = pipelines[instance.pipeline];
    if (!pipeline) {
      throw new LookError(
        'down',
        `its pipeline ${instance.pipeline} does not run: a filter that fails one of its tests keeps it from starting`,
      );
    }
    const { dead_letter_queue: letters, events, plugins, queue } = pipeline;
    const documents = (plugins?.outputs ?? []).map(
      (output: any) => output.documents ?? {},
    );
    const total = (name: string) =>
      documents.reduce(
        (sum: number, counters: any) => sum + (counters[name] ?? 0),
        0,
      );
    return {
      in: numberOf(events.in),
      out: numberOf(events.out),
      waiting: queue?.events_count ?? queue?.events ?? 0,
      queueBytes: queue?.queue_size_in_bytes ?? 0,
      maxQueueBytes: queue?.max_queue_size_in_bytes ?? 0,
      refused: total('non_retryable_failures'),
      retried: total('retryable_failures'),
      deadLetterBytes: Math.max(
        0,
        (letters?.queue_size_in_bytes ?? 0) - EMPTY_DEAD_LETTERS,
      ),
      deadLettersDropped: letters?.dropped_events ?? 0,
    };
  });
}
