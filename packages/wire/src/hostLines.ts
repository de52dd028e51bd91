import { JOB, Series } from './series';
import type { Origin } from './visitSamples';

/** Values of one series; with those of its host's messages in which it was not left out, or with times of its own. */
interface Row {
  readonly at: number;
  readonly series: Series;
  readonly own: string;
  values: string;
  count: number;
  /** Once the series was left out of a message of its host. */
  times: string | undefined;
}

/**
 * The lines of one host, a line a series, while its messages come in the order of their times.
 *
 * A host's messages list the same series in the same order, at one time each: so a row is found by its place, times are
 * kept once for all rows, and nothing is put into words twice.
 */
export class HostLines {
  /** What every line of the host has after its name. */
  private readonly labels: string;
  private readonly times: number[] = [];
  private readonly rows: Row[] = [];
  private rowsByName: Map<string, Row> | undefined;
  private next = 0;

  constructor(origin: Origin, environment: string | undefined) {
    this.labels =
      `","job":"${JOB}","instance":${JSON.stringify(origin.instance)}` +
      `,"scope":"${origin.scope}"` +
      `${environment ? `,"environment":${JSON.stringify(environment)}` : ''}`;
  }

  /** Whether a message of this time may be next: times ascend in a line, and a line has an end. */
  takes(time: number, maxValues: number): boolean {
    const { times } = this;
    const { length } = times;
    return length < maxValues && (length === 0 || times[length - 1] <= time);
  }

  /** Begins the next message; {@link add} adds to it. */
  begin(time: number): void {
    this.times.push(time);
    this.next = 0;
  }

  /** @returns bytes that a new line takes besides its values; 0 when the series has one already */
  add(series: Series, own: string, value: number): number {
    const known = this.find(series, own);
    const row = known ?? this.append(series, own);
    this.next = row.at + 1;
    const { times } = this;
    const last = times.length - 1;
    if (row.times === undefined && row.count !== last) {
      row.times = times.slice(0, row.count).join();
    }
    const comma = row.count === 0 ? '' : ',';
    if (row.times !== undefined) row.times += `${comma}${times[last]}`;
    row.values += `${comma}${value}`;
    row.count += 1;
    return known ? 0 : this.labels.length + series.name.length + own.length;
  }

  /** The lines as text. */
  render(): string {
    const { labels } = this;
    const times = this.times.join();
    let text = '';
    for (const { series, own, values, count, times: ownTimes } of this.rows) {
      const label = series.label
        ? `,"${series.label}":${JSON.stringify(own)}`
        : '';
      const at =
        ownTimes ??
        (count === this.times.length
          ? times
          : this.times.slice(0, count).join());
      text += `{"metric":{"__name__":"${series.name}${labels}${label}},"values":[${values}],"timestamps":[${at}]}\n`;
    }
    return text;
  }

  private find(series: Series, own: string): Row | undefined {
    const guess = this.rows[this.next];
    if (guess && guess.series === series && guess.own === own) return guess;
    // The rows of the first message are all new, and each of a name of its own.
    if (this.times.length === 1) return undefined;
    this.rowsByName ??= new Map(
      this.rows.map(row => [nameOf(row.series, row.own), row]),
    );
    return this.rowsByName.get(nameOf(series, own));
  }

  private append(series: Series, own: string): Row {
    const at = this.rows.length;
    const row: Row = {
      at,
      series,
      own,
      values: '',
      count: 0,
      times: undefined,
    };
    this.rows.push(row);
    this.rowsByName?.set(nameOf(series, own), row);
    return row;
  }
}

function nameOf(series: Series, own: string): string {
  return `${series.name} ${own}`;
}
