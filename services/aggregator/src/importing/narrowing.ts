import { bisect } from './bisect';
import { Acceptance, Refusal } from './delivery';

/** How a batch ended of which the database wanted only some. */
export interface Narrowed<T> {
  /** The earliest life and the latest time among the parts that were accepted. */
  readonly acceptance: Acceptance | undefined;
  readonly refused: { readonly item: T; readonly refusal: Refusal }[];
}

/**
 * Delivers items together; where the content is refused, finds the single
 * items that are to blame and delivers all others.
 *
 * @returns undefined when nobody wanted the delivery any more
 */
export async function deliverNarrowing<T>(
  items: readonly T[],
  send: (items: readonly T[]) => Promise<Acceptance | Refusal | undefined>,
): Promise<Narrowed<T> | undefined> {
  let acceptance: Acceptance | undefined;
  let unwanted = false;
  const refusals = new Map<T, Refusal>();

  const attempt = async (part: readonly T[]): Promise<boolean> => {
    const result = await send(part);
    if (result === undefined) {
      unwanted = true;
      return true;
    }
    if (result.kind === 'accepted') {
      acceptance = {
        ...result,
        incarnation: acceptance?.incarnation ?? result.incarnation,
      };
      return true;
    }
    if (part.length === 1) refusals.set(part[0], result);
    return false;
  };

  const refused = (await attempt(items)) ? [] : await bisect(items, attempt);
  if (unwanted) return undefined;
  return {
    acceptance,
    refused: refused.map(item => ({ item, refusal: refusals.get(item)! })),
  };
}
