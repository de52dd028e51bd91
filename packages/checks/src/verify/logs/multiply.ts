import type { Client } from '@elastic/elasticsearch';

const DAY_MS = 86_400_000;

interface Stored {
  '@timestamp': string;
}

/**
 * Copies the documents of one day to the days after it until there are at least so many: their fields stay as the filter made
 * them, only their time moves.
 *
 * @returns how many there are, and when the last day ends
 */
export async function multiply(
  client: Client,
  alias: string,
  dayStartMs: number,
  atLeast: number,
): Promise<{ documents: number; endMs: number }> {
  const { count } = await client.count({ index: alias });
  const copies = Math.ceil(atLeast / count) - 1;
  for (let copy = 1; copy <= copies; copy += 1) {
    const originals = client.helpers.scrollDocuments<Stored>({
      index: alias,
      size: 2_000,
      sort: '_doc',
      query: { range: { '@timestamp': { lt: dayStartMs + DAY_MS } } },
    });
    await client.helpers.bulk({
      datasource: moved(originals, copy * DAY_MS),
      onDocument: () => ({ create: { _index: alias } }),
      concurrency: 2,
    });
  }
  await client.indices.refresh({ index: alias });
  const all = await client.count({ index: alias });
  return {
    documents: all.count,
    endMs: dayStartMs + (copies + 1) * DAY_MS,
  };
}

async function* moved(
  documents: AsyncIterable<Stored>,
  byMs: number,
): AsyncGenerator<Stored> {
  for await (const document of documents) {
    const at = new Date(document['@timestamp']).getTime() + byMs;
    yield { ...document, '@timestamp': new Date(at).toISOString() };
  }
}
