import { Logger } from '@gomon/service-kit';
import { toSamples } from '@gomon/wire';
import { randomUUID } from 'crypto';
import { hostname } from 'os';
import { ReadMessage } from '../decode/readBatch';
import { SelfMetrics } from '../selfMetrics';
import { headerLine, sampleLine, successLine } from './lines';
import { RotatingFile } from './rotatingFile';
import { describeLogShare, LogShare, SampleChooser } from './share';

const SUCCESS_INTERVAL_MS = 1_000;

/** What the metric log is told. */
export interface MetricLogOptions {
  readonly path: string;
  readonly share: LogShare;
  readonly maxBytes: number;
  readonly keep: number;
  readonly environment: string | undefined;
  readonly metrics: SelfMetrics;
  readonly logger: Logger;
}

/** Writes a share of the accepted samples for Filebeat and Logstash; never stands in their way. */
export class MetricLog {
  readonly #options: MetricLogOptions;
  readonly #file: RotatingFile;
  readonly #chooser: SampleChooser;
  #accepted = { messages: 0, samples: 0, requests: 0 };
  #timer: NodeJS.Timeout | undefined;

  constructor(options: MetricLogOptions) {
    const { path, share, maxBytes, keep, metrics, logger } = options;
    this.#options = options;
    this.#chooser = new SampleChooser(share);
    this.#file = new RotatingFile({
      path,
      maxBytes,
      keep,
      header: () =>
        headerLine(
          {
            fileId: randomUUID(),
            host: hostname(),
            share: describeLogShare(share),
            maxBytes,
          },
          Date.now(),
        ),
      onWritten: lines => metrics.logLines.inc(lines),
      onDropped: (lines, reason, error) => {
        metrics.logLinesDropped.inc({ reason }, lines);
        if (error) {
          logger.warn(
            { path, reason: error.message },
            'the metric log cannot be written; samples are stored all the same',
          );
        }
      },
    });
  }

  /** Takes note of samples that were accepted with one request. */
  accepted(messages: readonly ReadMessage[], samples: number): void {
    if (this.#options.share.kind === 'none') return;
    const nowMs = Date.now();
    const lines: string[] = [];
    for (const message of messages) this.#choose(message, nowMs, lines);
    if (lines.length > 0) this.#file.write(lines);
    this.#accepted.messages += messages.length;
    this.#accepted.samples += samples;
    this.#accepted.requests += 1;
    this.#timer ??= setTimeout(() => this.#writeSuccess(), SUCCESS_INTERVAL_MS);
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#accepted.requests > 0) this.#writeSuccess();
    await this.#file.close();
  }

  #choose(message: ReadMessage, nowMs: number, lines: string[]): void {
    const { metric, hostHeader } = message;
    // The most that the message can come to: cheap, and enough to choose by.
    const most = 4 + 2 * (metric.diskStats.length + metric.netStats.length);
    const chosen = this.#chooser.choose(most, nowMs);
    if (chosen.length === 0) return;
    const { environment } = this.#options;
    const { samples } = toSamples(metric, { hostHeader, environment });
    for (const index of chosen) {
      if (index < samples.length) lines.push(sampleLine(samples[index], nowMs));
    }
  }

  #writeSuccess(): void {
    this.#timer = undefined;
    this.#file.write([successLine(this.#accepted, Date.now())]);
    this.#accepted = { messages: 0, samples: 0, requests: 0 };
  }
}
