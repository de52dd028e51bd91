import { Range } from '../history/range';

/** Which lines are wanted. */
export interface LogFilter {
  /** Words that a line has to contain, all of them. */
  words?: string;
  levels?: readonly string[];
  metrics?: readonly string[];
  range: Range;
  limit: number;
  /** Where the page before ended. */
  after?: LogPosition;
}

/** Place of a line in the order of all lines. */
export type LogPosition = (string | number | null)[];

const TIME = '@timestamp';

/** Newest first; lines of one moment by their place in their file, so that pages neither repeat nor miss one. */
const order = [
  { [TIME]: { order: 'desc', format: 'epoch_millis' } },
  { 'log.file.fingerprint': { order: 'desc', unmapped_type: 'keyword' } },
  { 'log.offset': { order: 'desc', unmapped_type: 'long' } },
];

/** How many parts a {@link LogPosition} has. */
export const POSITION_LENGTH = order.length;

/** The search for a page of lines, and for their number over time. What a caller typed is matched as words, never parsed. */
export function logQuery(filter: LogFilter) {
  const { after, levels, limit, metrics, range, words } = filter;
  const [from, to] = [range.from.toISOString(), range.to.toISOString()];
  return {
    size: limit,
    track_total_hits: true,
    query: {
      bool: {
        filter: [
          { range: { [TIME]: { gte: from, lt: to } } },
          ...(levels ? [{ terms: { 'log.level': levels } }] : []),
          ...(metrics ? [{ terms: { metric_name: metrics } }] : []),
          ...(words
            ? [{ match: { message: { query: words, operator: 'and' } } }]
            : []),
        ],
      },
    },
    sort: order,
    ...(after && { search_after: after }),
    aggs: {
      over_time: {
        date_histogram: {
          field: TIME,
          fixed_interval: `${range.stepSeconds}s`,
          min_doc_count: 0,
          extended_bounds: {
            min: range.from.getTime(),
            max: range.to.getTime() - 1,
          },
        },
      },
    },
  };
}
