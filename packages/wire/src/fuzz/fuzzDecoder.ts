import { isDeepStrictEqual } from 'node:util';
import { decodeMetric } from '../decode';
import { DecodeError } from '../decodeError';
import { encodeMetric } from '../encode';
import { Metric } from '../metric';
import { toSamples } from '../samples';
import { nextInput } from './inputs';
import { Random } from './random';

/** What a run found. */
export interface FuzzResult {
  inputs: number;
  accepted: number;
  /** Refused inputs by reason. */
  refused: Record<string, number>;
  /** Inputs, in hexadecimal, that the decoder did not survive as it must. */
  failures: { input: string; what: string }[];
}

const ENOUGH_FAILURES = 10;

/**
 * Gives the decoder hostile inputs. It must refuse each with a DecodeError, or accept it; then the message must encode
 * to bytes that decode to an equal one, and every reading of it must become a sample or a refusal.
 *
 * @param inputs - how many
 * @param seed - the same seed makes the same inputs
 * @param onProgress - called every 100,000 inputs
 */
export function fuzzDecoder(
  inputs: number,
  seed: number,
  onProgress: (done: number) => void = () => {},
): FuzzResult {
  const random = new Random(seed);
  const result: FuzzResult = { inputs, accepted: 0, refused: {}, failures: [] };
  for (let done = 1; done <= inputs; done++) {
    const input = nextInput(random);
    const what = tryOne(input, result);
    if (what) result.failures.push({ input: input.toString('hex'), what });
    if (result.failures.length >= ENOUGH_FAILURES) break;
    if (done % 100_000 === 0) onProgress(done);
  }
  return result;
}

function tryOne(input: Buffer, result: FuzzResult): string | undefined {
  let metric: Metric;
  try {
    metric = decodeMetric(input);
  } catch (error) {
    if (!(error instanceof DecodeError)) return `threw ${error}`;
    result.refused[error.reason] = (result.refused[error.reason] ?? 0) + 1;
    return undefined;
  }
  result.accepted += 1;
  try {
    const again = decodeMetric(encodeMetric(metric));
    if (!isDeepStrictEqual(again, metric)) return 'encodes to another message';
    const { samples } = toSamples(metric);
    const wrong = samples.find(
      ({ value }) => !(value >= 0 && value < Infinity),
    );
    return wrong && `made a sample of ${wrong.value}`;
  } catch (error) {
    return `accepted, then ${error}`;
  }
}
