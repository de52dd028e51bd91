import { WrittenLine } from './ProofLog';

/** A document as it is stored. */
export interface StoredDocument {
  '@timestamp': string;
  message: string;
  tags?: string[];
  metric_name?: string;
  metric_value?: number;
  instance?: string;
  mountpoint?: string;
  interface?: string;
  error?: { message?: string };
  log: { offset: number; file: { fingerprint: string } };
}

/** What the comparison found. Everything but `lines` and `documents` is to be zero. */
export interface Comparison {
  lines: number;
  documents: number;
  missing: number;
  twice: number;
  /** Documents of no line. */
  strange: number;
  different: number;
  /** The first differences, to read. */
  examples: string[];
}

/** Holds documents against the lines that were written. Pure. */
export function compare(
  lines: WrittenLine[],
  documents: StoredDocument[],
): Comparison {
  const byPlace = new Map<string, StoredDocument>();
  let twice = 0;
  for (const document of documents) {
    const place = `${document.log.file.fingerprint}:${document.log.offset}`;
    if (byPlace.has(place)) twice += 1;
    byPlace.set(place, document);
  }
  let missing = 0;
  const examples: string[] = [];
  let different = 0;
  for (const line of lines) {
    const place = `${line.fingerprint}:${line.offset}`;
    const document = byPlace.get(place);
    byPlace.delete(place);
    if (!document) {
      missing += 1;
    } else {
      const found = differencesOf(line, document);
      different += found.length > 0 ? 1 : 0;
      examples.push(...found);
    }
  }
  return {
    lines: lines.length,
    documents: documents.length,
    missing,
    twice,
    strange: byPlace.size,
    different,
    examples: examples.slice(0, 5),
  };
}

function differencesOf(line: WrittenLine, document: StoredDocument): string[] {
  const { sample } = line;
  const expected: Array<[string, unknown, unknown]> = [
    ['message', document.message, line.text],
    ['metric_name', document.metric_name, sample?.name],
    ['metric_value', document.metric_value, sample?.value],
    ['instance', document.instance, sample?.labels.instance],
    ['mountpoint', document.mountpoint, sample?.labels.mountpoint],
    ['interface', document.interface, sample?.labels.interface],
    ['tags', document.tags?.join(), line.tag],
    [
      'a reason',
      document.error?.message !== undefined,
      line.tag === '_metricparsefailure',
    ],
  ];
  if (sample) {
    const time = new Date(sample.timestampMs).toISOString();
    expected.push(['@timestamp', document['@timestamp'], time]);
  }
  return expected
    .filter(([, is, toBe]) => is !== toBe)
    .map(
      ([field, is, toBe]) =>
        `${field} is ${JSON.stringify(is)}, not ${JSON.stringify(toBe)}`,
    );
}
