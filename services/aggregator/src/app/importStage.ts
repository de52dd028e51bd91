import { Logger } from '@gomon/service-kit';
import { Attempt, describeAttempt, judge, Verdict } from '../database/attempt';
import { DatabaseClient } from '../database/databaseClient';
import { DeadLetterWriter } from '../deadletters/deadLetterWriter';
import { toDeadLetter } from '../deadletters/deadLetterRecord';
import { PoisonMessage, ReadMessage } from '../decode/readBatch';
import { DatabaseWatcher } from '../durability/databaseWatcher';
import { Acceptance, deliver } from '../importing/delivery';
import { ImporterEdges } from '../importing/importer';
import { RetryLimits } from '../importing/retryPolicy';
import { MetricLog } from '../metriclog/metricLog';
import { ImportTrouble } from '../readiness/assess';
import { SelfMetrics } from '../selfMetrics';
import { MessageTraces } from './messageTraces';
import { Nudge } from './nudge';
import { readAndFollow } from './readAndFollow';

/** What importing is connected to. */
export interface ImportStageOptions {
  readonly topic: string;
  readonly limits: RetryLimits;
  readonly client: DatabaseClient;
  readonly watcher: DatabaseWatcher;
  readonly deadLetters: DeadLetterWriter;
  readonly metricLog: MetricLog;
  readonly metrics: SelfMetrics;
  readonly logger: Logger;
  readonly nudge: Nudge;
  /** Absent without tracing. */
  readonly traces?: MessageTraces;
  /** Aborted when nothing may be waited for any longer. */
  readonly signal: AbortSignal;
}

/** Connects the importer to the database, the dead letters, the log and the counters. */
export class ImportStage implements ImporterEdges {
  readonly #options: ImportStageOptions;
  #trouble: ImportTrouble | undefined;
  // A line that was accepted: the question whether anything is accepted at all.
  #acceptedLine = '';

  constructor(options: ImportStageOptions) {
    this.#options = options;
  }

  /** Why nothing was accepted lately, while something is on its way. */
  get trouble(): ImportTrouble | undefined {
    return this.#trouble;
  }

  read(batch: Parameters<ImporterEdges['read']>[0]) {
    const { watcher, metrics } = this.#options;
    metrics.batches.inc();
    return readAndFollow(
      batch,
      { nowMs: Date.now(), retentionMs: watcher.reading?.retentionMs },
      metrics,
    );
  }

  deliver(lines: Buffer, _samples: number, isWanted: () => boolean) {
    const { limits, watcher, nudge } = this.#options;
    return deliver(lines, limits, {
      incarnation: () => watcher.reading?.incarnation,
      look: () => watcher.refresh(),
      post: (body, timeoutMs) => this.#post(body, timeoutMs),
      pause: ms => nudge.wait(ms),
      onTrouble: (verdict, attempt) => this.#onTrouble(verdict, attempt),
      onAttempt: attempt => this.#count(attempt),
      isWanted,
      now: Date.now,
      random: Math.random,
    });
  }

  async acceptsAtAll(): Promise<boolean> {
    const attempt = await this.#post(
      this.#acceptedLine,
      this.#options.limits.firstTimeoutMs,
    );
    return judge(attempt) === 'accepted';
  }

  async bury(
    poison: PoisonMessage[],
    isWanted: () => boolean,
  ): Promise<boolean> {
    const { deadLetters, metrics, logger, nudge, topic } = this.#options;
    const nowMs = Date.now();
    const written = await deadLetters.write(
      poison.map(letter => toDeadLetter(letter, topic, nowMs)),
      isWanted,
      ms => nudge.wait(ms),
    );
    if (!written) return false;
    this.#options.traces?.buried(poison, nowMs);
    for (const { message, reason, detail } of poison) {
      metrics.deadLetters.inc({ reason });
      logger.warn(
        { reason, partition: message.state.partition, offset: message.offset },
        `a message went to the dead letters: ${detail}`,
      );
    }
    return true;
  }

  onRejected(rejected: { reason: string; name: string }[]): void {
    for (const { reason } of rejected) {
      this.#options.metrics.samplesRejected.inc({ reason });
    }
  }

  onAccepted(
    messages: readonly ReadMessage[],
    lines: Buffer,
    samples: number,
    acceptance: Acceptance,
  ): void {
    const { metrics, metricLog, traces } = this.#options;
    const nowMs = Date.now();
    this.#trouble = undefined;
    if (samples > 0) {
      this.#acceptedLine = lines.toString('utf8', 0, lines.indexOf('\n') + 1);
    }
    metrics.samplesAccepted.inc(samples);
    metrics.lastAccepted.set(nowMs / 1000);
    for (const { collectedAtMs } of messages) {
      metrics.delay.observe(Math.max(0, nowMs - collectedAtMs) / 1000);
    }
    metricLog.accepted(messages, samples);
    traces?.stored(messages, acceptance);
  }

  onAllRefused(sentence: string): void {
    this.#setTrouble('all-refused', sentence);
  }

  pause(ms: number): Promise<void> {
    return this.#options.nudge.wait(ms);
  }

  isStopped(): boolean {
    return this.#options.signal.aborted;
  }

  async #post(lines: Buffer | string, timeoutMs: number): Promise<Attempt> {
    const { client, metrics, signal } = this.#options;
    const end = metrics.importSeconds.startTimer();
    try {
      return await client.import(lines, timeoutMs, signal);
    } catch (error) {
      // Aborted: nobody wants the answer any more.
      return { kind: 'failed', code: 'ABORTED', message: String(error) };
    } finally {
      end();
      metrics.importBytes.inc(Buffer.byteLength(lines));
    }
  }

  #count(attempt: Attempt): void {
    const verdict = judge(attempt);
    this.#options.metrics.importRequests.inc({ result: verdict });
  }

  #onTrouble(verdict: Verdict | 'unseen', attempt: Attempt | undefined): void {
    const { metrics, watcher } = this.#options;
    if (verdict === 'unseen') {
      metrics.importRetries.inc({ reason: 'unseen' });
      this.#setTrouble('retry', watcher.failure?.sentence ?? 'not seen yet');
      return;
    }
    metrics.importRetries.inc({
      reason:
        attempt?.kind === 'answered' ? `http_${attempt.status}` : attempt!.kind,
    });
    this.#setTrouble(verdict, describeAttempt(attempt!));
  }

  #setTrouble(verdict: ImportTrouble['verdict'], sentence: string): void {
    const before = this.#trouble;
    if (before?.verdict !== verdict) {
      this.#options.logger.warn(
        { reason: sentence },
        'imports are not accepted',
      );
    }
    this.#trouble = {
      sinceMs: before?.sinceMs ?? Date.now(),
      verdict,
      sentence,
    };
  }
}
