/** A series with its samples in order of time, as VictoriaMetrics exports and imports it. */
export interface TimeSeries {
  /** Labels, `__name__` among them. */
  metric: Record<string, string>;
  values: number[];
  /** Unix milliseconds. */
  timestamps: number[];
}

/** Which series an edit is about: every label given must be equal. */
export type Matching = Record<string, string>;

/** Whether a series has these labels. */
export function matches({ metric }: TimeSeries, wanted: Matching): boolean {
  return Object.entries(wanted).every(
    ([name, value]) => metric[name] === value,
  );
}

/** The same text for the same labels. */
export function keyOf(metric: Record<string, string>): string {
  const labels = Object.entries(metric);
  // No two labels have the same name.
  return JSON.stringify(labels.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether its values are times, which go on with the clock. */
export function tellsTime({ __name__ }: Record<string, string>): boolean {
  return /_timestamp_seconds$/.test(__name__);
}

/** Whether a series only rises but for restarts; a start time, too, is told by its changes. */
export function accumulates({ __name__ }: Record<string, string>): boolean {
  return /_(total|bucket|sum|count)$|^process_start_time_seconds$/.test(
    __name__,
  );
}
