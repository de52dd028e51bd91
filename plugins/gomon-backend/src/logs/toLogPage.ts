import { LogLine, LogPage } from '@gomon/plugin-gomon-common';
import { encodeCursor } from '../database/cursor';
import { numberOf } from '../probes/http/parseJson';
import type { LogFilter } from './logQuery';
import { KibanaLinks } from './kibanaLinks';

/** The answer to the search of {@link logQuery} as the API gives it. */
export function toLogPage(
  { aggregations, hits }: any,
  { limit, range }: LogFilter,
  links: KibanaLinks | undefined,
): LogPage {
  const found: any[] = hits.hits;
  const last = found.at(-1);
  return {
    from: range.from.toISOString(),
    to: range.to.toISOString(),
    totalItems: numberOf(hits.total.value),
    histogram: {
      step: range.stepSeconds,
      points: aggregations.over_time.buckets.map((bucket: any) => [
        numberOf(bucket.key),
        numberOf(bucket.doc_count),
      ]),
    },
    items: found.map(hit => toLine(hit, links)),
    pageInfo: {
      ...(found.length === limit &&
        last && { nextCursor: encodeCursor(last.sort.map(sortValue)) }),
    },
    ...(links && { kibanaUrl: links.range(range.from, range.to) }),
  };
}

function toLine(
  { _id: id, _source: source }: any,
  links: KibanaLinks | undefined,
): LogLine {
  const at = new Date(source['@timestamp']).toISOString();
  const text = (name: string, value: unknown) =>
    typeof value === 'string' ? { [name]: value } : {};
  return {
    id: String(id),
    at,
    message: String(source.message ?? ''),
    ...text('level', source.log?.level),
    ...text('metric', source.metric_name),
    ...(typeof source.metric_value === 'number' && {
      value: source.metric_value,
    }),
    ...text('instance', source.instance),
    ...text('mountpoint', source.mountpoint),
    ...text('interface', source.interface),
    tags: [source.tags ?? []].flat().map(String),
    ...text('problem', source.error?.message),
    ...(links && { kibanaUrl: links.moment(new Date(at)) }),
  };
}

/** Times come as text when a format is asked for. */
function sortValue(value: unknown): string | number | null {
  return typeof value === 'number' || typeof value === 'string' ? value : null;
}
