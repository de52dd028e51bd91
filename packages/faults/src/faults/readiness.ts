import { Service } from '@gomon/dev-stack';
import { reasonsOf } from '../stage/pages';
import { waitFor } from '../stage/waitFor';

const LIMIT_MS = 10_000;

/** Waits until `/ready` names the reason, and tells how long that took. */
export async function untilNotReady(
  aggregator: Service,
  code: string,
): Promise<string> {
  const begun = Date.now();
  await waitFor(
    `/ready to say ${code}`,
    async () => (await reasonsOf(aggregator)).includes(code),
    LIMIT_MS,
  );
  return `${code} after ${seconds(begun)}`;
}

/** Waits until `/ready` is true again, and tells how long that took. */
export async function untilReady(aggregator: Service): Promise<string> {
  const begun = Date.now();
  await waitFor(
    '/ready to be true',
    async () => (await reasonsOf(aggregator)).length === 0,
    LIMIT_MS,
  );
  return `ready after ${seconds(begun)}`;
}

function seconds(begun: number): string {
  return `${((Date.now() - begun) / 1000).toFixed(1)} s`;
}
