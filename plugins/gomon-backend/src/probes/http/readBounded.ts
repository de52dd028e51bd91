import { bytesInWords } from '../../words/count';
import { LookError } from '../LookError';

/** Reads the body of an answer, up to a limit. */
export async function readBounded(
  response: Response,
  maxBytes: number,
): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest of the answer.
    if (bytes > maxBytes) {
      throw new LookError(
        'unknown',
        `its answer is longer than ${bytesInWords(maxBytes)}`,
      );
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
