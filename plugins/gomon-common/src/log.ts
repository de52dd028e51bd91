import { Page } from './page';

/**
 * One line of a component's log.
 *
 * @public
 */
export interface LogLine {
  /** Unique. */
  id: string;
  /** ISO 8601: the line's own time; for a logged sample the time of the sample. */
  at: string;
  message: string;
  /** `trace` to `fatal`, where the line has one. */
  level?: string;
  /** Name of the logged sample. */
  metric?: string;
  /** Value of the logged sample. */
  value?: number;
  instance?: string;
  mountpoint?: string;
  interface?: string;
  tags: string[];
  /** Why the line was not understood. */
  problem?: string;
  /** The same moment in Kibana. */
  kibanaUrl?: string;
}

/**
 * Lines of a component's log, newest first, and how many there are over time.
 *
 * @public
 */
export interface LogPage extends Page<LogLine> {
  /** ISO 8601. */
  from: string;
  /** ISO 8601. */
  to: string;
  /** How many lines match in the range. */
  totalItems: number;
  histogram: {
    /** Seconds that one point stands for. */
    step: number;
    /** Beginning in Unix milliseconds, and the number of lines. */
    points: [startMs: number, lines: number][];
  };
  /** All of it in Kibana. */
  kibanaUrl?: string;
}
