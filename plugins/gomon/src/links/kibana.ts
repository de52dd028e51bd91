import { RangeName } from '../range/range';

/**
 * Kibana's Discover on a data view, newest first, over a range that moves with the clock. What stands behind `_g` and `_a`
 * is Rison, the notation of Kibana's addresses.
 */
export function discoverUrl(
  dataView: string,
  kibana: string,
  range: RangeName,
): string {
  const id = risonText(dataView);
  const global = `(time:(from:now-${range},to:now))`;
  const app = `(dataSource:(dataViewId:${id},type:dataView),index:${id},sort:!(!('@timestamp',desc)))`;
  return `${kibana}/app/discover#/?_g=${global}&_a=${encodeURI(app)}`;
}

/** Quotes a text for Rison. */
function risonText(text: string): string {
  return `'${text.replace(/[!']/g, '!$&')}'`;
}
