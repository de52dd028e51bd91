import { numberOf } from '../http/parseJson';

/** What the documents tell. */
export interface Contents {
  documents: number;
  /** When the newest line was read; undefined without any document. */
  newestAt?: Date;
  /** Documents whose lines were read in the last minute. */
  lastMinute: number;
  /** Lines of the last ten minutes. */
  recent: number;
  /** Those of them that the filter raised on, or could not parse. */
  raised: number;
  unparsed: number;
  /** Bytes that are missing between lines of the last hour: zero when every line is there. */
  missingBytes: number;
  /** Files they are missing from. */
  incompleteFiles: number;
}

const READ_AT = 'event.created';
const RAISED = ['_rubyexception'];
const UNPARSED = ['_metricparsefailure', '_unknownline'];

/** More files than an hour of rotations makes. */
const FILES = 200;

/**
 * A gap shorter than any line is no lost line: after a failed write the aggregator may leave an empty line, which nobody
 * stores.
 */
const SHORTEST_LINE_BYTES = 16;

/** One search for everything, over the newest documents only where that is enough. */
export function contentsQuery(now: Date) {
  const since = (seconds: number) => ({
    range: {
      [READ_AT]: {
        gte: new Date(now.getTime() - seconds * 1000).toISOString(),
      },
    },
  });
  return {
    size: 0,
    track_total_hits: true,
    aggs: {
      newest: { max: { field: READ_AT } },
      last_minute: { filter: since(60) },
      recent: {
        filter: since(600),
        aggs: {
          raised: { filter: { terms: { tags: RAISED } } },
          unparsed: { filter: { terms: { tags: UNPARSED } } },
        },
      },
      last_hour: {
        filter: since(3600),
        aggs: {
          files: {
            terms: { field: 'log.file.fingerprint', size: FILES },
            aggs: {
              begin: { min: { field: 'log.offset' } },
              end: { max: { field: 'log.end' } },
              bytes: { sum: { field: 'log.bytes' } },
            },
          },
        },
      },
    },
  };
}

/** Reads the answer to {@link contentsQuery}. */
export function contentsOf({ aggregations, hits }: any): Contents {
  const newest = aggregations.newest.value;
  const gaps: number[] = aggregations.last_hour.files.buckets
    // Between the first and the last line of a file each byte belongs to a line: lines are read and stored in their order.
    .map((file: any) => file.end.value - file.begin.value - file.bytes.value)
    .filter((gap: number) => gap >= SHORTEST_LINE_BYTES);
  return {
    documents: numberOf(hits.total.value),
    newestAt: newest === null ? undefined : new Date(newest),
    lastMinute: numberOf(aggregations.last_minute.doc_count),
    recent: numberOf(aggregations.recent.doc_count),
    raised: numberOf(aggregations.recent.raised.doc_count),
    unparsed: numberOf(aggregations.recent.unparsed.doc_count),
    missingBytes: gaps.reduce((sum, gap) => sum + gap, 0),
    incompleteFiles: gaps.length,
  };
}
