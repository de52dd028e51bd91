import { ByteWriter } from './byteWriter';
import { HostLines, Readings } from './hostLines';
import { Metric } from './metric';
import { MAX_VALUES_PER_LINE } from './importLines';
import { Series } from './series';
import {
  Origin,
  originOf,
  SampleContext,
  SampleReason,
  SampleVisitor,
  visitSamples,
} from './visitSamples';

/** A reading that is not stored. */
interface Rejection {
  reason: SampleReason;
  /** Name of the series. */
  name: string;
}

/** What became of one message. */
export interface Added {
  /** Samples that are in the batch now. */
  accepted: number;
  rejected: readonly Rejection[];
}

/** A number takes about this many characters, a time 13 and a comma. */
const BYTES_PER_SAMPLE = 32;
/** What a line has besides names, labels, values and times, and some room. */
const BYTES_PER_LINE = 128;
/** Shared by all messages that nothing was refused of, which are nearly all. */
const NONE: Rejection[] = [];

/** Takes down the samples of one message after the other, each time in the same lists. */
class MessageVisitor implements SampleVisitor, Readings {
  readonly series: Series[] = [];
  readonly own: string[] = [];
  /** Of all messages. */
  readonly values: number[] = [];
  count = 0;
  firstValue = 0;
  rejected = NONE;

  begin(): void {
    this.count = 0;
    this.firstValue = this.values.length;
    this.rejected = NONE;
  }

  accept(series: Series, own: string, value: number): void {
    this.series[this.count] = series;
    this.own[this.count] = own;
    this.count += 1;
    this.values.push(value);
  }

  reject({ name }: Series, reason: SampleReason): void {
    if (this.rejected === NONE) this.rejected = [];
    this.rejected.push({ reason, name });
  }
}

/**
 * Gathers the samples of many messages and renders them with many values a line, which costs VictoriaMetrics a third
 * of what one value a line does. No object is made per sample.
 */
export class ImportBatch {
  private readonly environment: string | undefined;
  /** In the order of arrival. */
  private readonly all: HostLines[] = [];
  /** The newest of each instance. */
  private readonly newest = new Map<string, HostLines>();
  private readonly message = new MessageVisitor();
  private bytes = 0;

  /** @param options - `environment` becomes a label of every series when given */
  constructor(options: { environment?: string } = {}) {
    this.environment = options.environment;
  }

  /** Samples in the batch. */
  get sampleCount(): number {
    return this.message.values.length;
  }

  /** About the size of the rendered lines in bytes; grows with each message, to bound a batch by. */
  get estimatedBytes(): number {
    return this.bytes + this.sampleCount * BYTES_PER_SAMPLE;
  }

  /** Takes the samples of one message. */
  add(metric: Metric, context: SampleContext = {}): Added {
    const origin = context.origin ?? originOf(metric, context.hostHeader);
    const { message } = this;
    message.begin();
    const time = visitSamples(metric, context, message, origin);
    // Only a message that has a time has anything accepted.
    if (message.count > 0) this.linesFor(origin, time!).add(time!, message);
    return { accepted: message.count, rejected: message.rejected };
  }

  /**
   * The batch as lines for `POST /api/v1/import`, times ascending in each.
   *
   * @param into - memory to write to, where that is large enough; new memory is an eighth larger than needed, so that it does for
   * the next batch, too
   */
  render(into?: Buffer): Buffer {
    const size = this.estimatedBytes;
    const writer = new ByteWriter(
      into && into.length >= size
        ? into
        : Buffer.allocUnsafeSlow(Math.ceil(size * 1.125)),
    );
    for (const lines of this.all) {
      lines.write(writer, this.message.values, this.environment);
    }
    return writer.finish();
  }

  private linesFor(origin: Origin, time: number): HostLines {
    const { message, newest } = this;
    const first = newest.get(origin.instance);
    for (let lines = first; lines; lines = lines.older) {
      if (lines.takes(origin, time, message, MAX_VALUES_PER_LINE)) return lines;
    }
    const lines = new HostLines(origin, message, first);
    newest.set(origin.instance, lines);
    this.all.push(lines);
    this.bytes +=
      lines.headBytes +
      message.count * (BYTES_PER_LINE + (this.environment?.length ?? 0));
    return lines;
  }
}
