import { ByteWriter } from './byteWriter';
import { LineHeads } from './lineHeads';
import { Series } from './series';
import type { Origin } from './visitSamples';

/** What one message says: so many of the first entries of each list, the values from a place on in those of the batch. */
export interface Readings {
  readonly series: readonly Series[];
  /** The value of each series' own label. */
  readonly own: readonly string[];
  readonly count: number;
  readonly firstValue: number;
}

/** Kept for the life of the process: they are the same for every batch. */
const HEADS = new LineHeads();

/**
 * The lines of one host's messages that list the same series in the same order, a line a series, while they come in the order
 * of their times. Nearly all messages of a host are like that: so each series is found by its place.
 */
export class HostLines {
  /** Others of the same host: of another scope, of other series, or of earlier times. */
  readonly older: HostLines | undefined;
  private readonly origin: Origin;
  private readonly series: readonly Series[];
  private readonly own: readonly string[];
  private readonly times: number[] = [];
  /** Where each message's values begin. */
  private readonly firsts: number[] = [];

  constructor(origin: Origin, readings: Readings, older?: HostLines) {
    const { series, own, count } = readings;
    this.origin = origin;
    this.series = series.slice(0, count);
    this.own = own.slice(0, count);
    this.older = older;
  }

  /** Whether a message may be next: times ascend in a line, and a line has an end. */
  takes(
    { scope }: Origin,
    time: number,
    readings: Readings,
    maxValues: number,
  ): boolean {
    const { times } = this;
    return (
      scope === this.origin.scope &&
      times.length < maxValues &&
      times[times.length - 1] <= time &&
      this.isOf(readings)
    );
  }

  /** Adds a message; one after the first only when the lines take it. */
  add(time: number, { firstValue }: Readings): void {
    this.times.push(time);
    this.firsts.push(firstValue);
  }

  /** Bytes that the lines take besides values and times, about. */
  get headBytes(): number {
    let bytes = 0;
    const { instance, scope } = this.origin;
    for (let i = 0; i < this.series.length; i++) {
      bytes +=
        this.series[i].name.length +
        this.own[i].length +
        instance.length +
        scope.length;
    }
    return bytes;
  }

  /** @param values - of all messages of the batch */
  write(
    writer: ByteWriter,
    values: readonly number[],
    environment: string | undefined,
  ): void {
    const { series, own, firsts } = this;
    let labels = 0;
    let labelsEnd = 0;
    let times = 0;
    let timesEnd = 0;
    for (let row = 0; row < series.length; row++) {
      writer.copy(HEADS.of(series[row], own[row]));
      if (row === 0) {
        labels = writer.position;
        this.writeLabels(writer, environment);
        labelsEnd = writer.position;
      } else {
        writer.again(labels, labelsEnd);
      }
      for (let i = 0; i < firsts.length; i++) {
        if (i > 0) writer.ascii(',');
        writer.number(values[firsts[i] + row]);
      }
      if (row === 0) {
        times = writer.position;
        this.writeTimes(writer);
        timesEnd = writer.position;
      } else {
        writer.again(times, timesEnd);
      }
    }
  }

  private isOf({ series, own, count }: Readings): boolean {
    if (count !== this.series.length) return false;
    for (let i = 0; i < count; i++) {
      if (series[i] !== this.series[i] || own[i] !== this.own[i]) return false;
    }
    return true;
  }

  /** The host, and what comes before the first value. */
  private writeLabels(writer: ByteWriter, environment: string | undefined) {
    writer.json(this.origin.instance);
    writer.ascii(',"scope":');
    writer.json(this.origin.scope);
    if (environment) {
      writer.ascii(',"environment":');
      writer.json(environment);
    }
    writer.ascii('},"values":[');
  }

  /** The end of each line. */
  private writeTimes(writer: ByteWriter) {
    writer.ascii('],"timestamps":[');
    this.times.forEach((time, i) => {
      if (i > 0) writer.ascii(',');
      writer.number(time);
    });
    writer.ascii(']}\n');
  }
}
