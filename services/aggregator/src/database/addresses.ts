/** Where the database takes imports, and where its lives are watched. */
export interface DatabaseAddresses {
  readonly importUrl: URL;
  /** Pages of metrics of every process that keeps samples. */
  readonly metricsUrls: URL[];
  /** From the address itself, if it carried any. */
  readonly credentials?: { username: string; password: string };
}

const IMPORT_PATH = '/api/v1/import';

/**
 * Understands `VICTORIA_METRICS_URL`, be it the base or the full import URL.
 *
 * In a cluster imports go to vminsert while vmstorage keeps the samples, so
 * the storage nodes have to be named: a restart of vminsert proves nothing.
 *
 * @param url - base or import URL
 * @param storageUrls - base URLs of the storage nodes, empty for a single node
 * @throws Error with one sentence when the address cannot be used
 */
export function databaseAddresses(
  url: string,
  storageUrls: readonly string[] = [],
): DatabaseAddresses {
  const base = parse(url);
  const path = base.pathname.replace(/\/+$/, '');
  const prefix = path.endsWith(IMPORT_PATH)
    ? path.slice(0, -IMPORT_PATH.length)
    : path;
  if (/(^|\/)insert\//.test(`${prefix}/`) && storageUrls.length === 0) {
    throw new Error(
      'this is the address of a cluster (vminsert): name its vmstorage nodes, since they keep the samples',
    );
  }
  const credentials = base.username
    ? {
        username: decodeURIComponent(base.username),
        password: decodeURIComponent(base.password),
      }
    : undefined;
  base.username = '';
  base.password = '';
  return {
    importUrl: at(base, `${prefix}${IMPORT_PATH}`),
    metricsUrls:
      storageUrls.length > 0
        ? storageUrls.map(parse).map(storage => {
            const own = storage.pathname.replace(/\/+$/, '');
            return at(storage, `${own}/metrics`);
          })
        : [at(base, `${prefix}/metrics`)],
    credentials,
  };
}

function parse(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error('not an http or https address');
  }
  return url;
}

function at(base: URL, pathname: string): URL {
  const url = new URL(base);
  url.pathname = pathname;
  url.hash = '';
  return url;
}
