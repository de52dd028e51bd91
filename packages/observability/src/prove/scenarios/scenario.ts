/** A story of one alert: series with a fault in the middle, and when the alert fires. */
export interface Scenario {
  /** Name of the rule. */
  rule: string;
  /**
   * A value a minute, in the notation of promtool: `0x30 5x60` is 31 times 0 and 61 times 5, `0+2x10` rises by 2, `_` is no
   * sample.
   */
  series: Record<string, string>;
  /** Minutes from the beginning at which nothing fires: before the fault, and shorter than the rule's patience. */
  before: number;
  /** Minutes at which it fires, and how many alerts there are then. */
  during: number;
  alerts?: number;
  /** Minutes at which it has resolved. */
  after: number;
}
