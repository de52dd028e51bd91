import { type Backlog, countStored, pause } from '@gomon/faults';

const LOOK_EVERY_MS = 5_000;

/**
 * Counts the different samples of a backlog that a VictoriaMetrics has. It shows what is new to queries up to some seconds
 * after it took it in, so looks are repeated until all that was sent is there, or the time is over.
 */
export async function settledCount(
  url: string,
  model: Backlog['model'],
  sent: number,
  withinMs: number,
): Promise<number> {
  let stored = await countStored(url, model);
  for (let ms = 0; ms < withinMs && stored < sent; ms += LOOK_EVERY_MS) {
    await pause(LOOK_EVERY_MS);
    stored = await countStored(url, model);
  }
  return stored;
}
