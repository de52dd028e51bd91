import { inSlices } from '../../engine/slices';
import { LookError } from '../LookError';

/** One series of an instant query: its labels and its value. */
export interface VectorEntry {
  labels: Record<string, string>;
  value: number;
}

/** One entry of an answer, of an instant query (`value`) or a range query (`values`). */
export interface Result {
  metric: Record<string, string>;
  value: [number, string];
  values: [number, string][];
}

/** What an entry begins with. Inside a label the quotes would be escaped, so it stands nowhere else. */
const ENTRY = '{"metric":';
/** What the list of entries ends with: value, entry, list. */
const END = '"]}]';
/** Characters that are parsed on end. */
const PIECE = 100_000;

/**
 * The series of an instant query's answer. That of ten thousand hosts has megabytes: it is parsed in pieces, and requests are
 * answered in between.
 *
 * @throws LookError when it is no such answer.
 */
export async function vectorOf(body: string): Promise<VectorEntry[]> {
  try {
    const lists = await inSlices(piecesOf(body), piece =>
      JSON.parse(piece).data.result.map(toEntry),
    );
    return lists.flat();
  } catch {
    throw noQueryResult();
  }
}

export function noQueryResult(): LookError {
  return new LookError(
    'unknown',
    'it answered something that is no query result',
  );
}

/** Cuts an answer between entries into answers of the same kind that are short. */
function* piecesOf(body: string): Generator<string> {
  const first = body.indexOf(ENTRY);
  const end = body.lastIndexOf(END) + END.length - 1;
  if (body.length <= PIECE || first < 0 || end < first) {
    yield body;
    return;
  }
  const [head, tail] = [body.slice(0, first), body.slice(end)];
  for (let start = first; start < end; ) {
    const next = body.indexOf(`,${ENTRY}`, start + PIECE);
    const stop = next < 0 ? end : next;
    yield `${head}${body.slice(start, stop)}${tail}`;
    start = stop + 1;
  }
}

function toEntry({ metric, value }: Result): VectorEntry {
  return { labels: metric, value: Number(value[1]) };
}
