/** Identifier of the data view that packages/elasticsearch-setup makes. */
const DATA_VIEW = 'gomon-aggregator-logs';

const AROUND_MS = 60_000;

/** Links into Kibana's Discover. */
export interface KibanaLinks {
  range(from: Date, to: Date): string;
  /** A minute before and after. */
  moment(at: Date): string;
}

/** Links into the Kibana at an address. */
export function kibanaLinks(url: string): KibanaLinks {
  const base = url.replace(/\/+$/, '');
  const range = (from: Date, to: Date) => {
    // Rison, the notation of Kibana's addresses. Times in it stand in quotes.
    const times = `from:'${from.toISOString()}',to:'${to.toISOString()}'`;
    const view = `dataSource:(dataViewId:${DATA_VIEW},type:dataView),index:${DATA_VIEW}`;
    return `${base}/app/discover#/?_g=(time:(${times}))&_a=(${view},sort:!(!('@timestamp',desc)))`;
  };
  return {
    range,
    moment: at =>
      range(
        new Date(at.getTime() - AROUND_MS),
        new Date(at.getTime() + AROUND_MS),
      ),
  };
}
