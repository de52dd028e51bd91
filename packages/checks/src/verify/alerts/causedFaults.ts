import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { startStack, waitUntil } from '@gomon/dev-stack';
import {
  ask,
  causes,
  CAUSES_STACK,
  filledIn,
  panelQueries,
} from '@gomon/observability';
import type { Findings } from '../findings';

/** Panels that are empty while all is well show what is done to real servers. */
export async function verifyCausedFaults(
  dir: string,
  findings: Findings,
): Promise<void> {
  const stack = await startStack({
    dir: await mkdtemp(join(dir, 'causes-')),
    with: ['alerts'],
    ...CAUSES_STACK,
  });
  const shownBy = async (panel: string) => {
    const [query] = panelQueries().filter(({ where }) =>
      where.startsWith(`${panel} / `),
    );
    const found = await ask(
      stack.urls.victoriaMetrics,
      filledIn(query.expr, ''),
    );
    return found.map(({ value }) => value);
  };
  const words = (values: number[]) =>
    values.length === 0 ? 'empty' : values.join(', ');
  try {
    for (const { cause, panel, what } of causes) {
      const before = await shownBy(panel);
      await cause(stack);
      let after: number[] = [];
      const filled = await waitUntil(
        async () => {
          after = await shownBy(panel);
          return after.some(value => value > 0);
        },
        { withinMs: 120_000, everyMs: 1_000 },
      );
      findings.holds(
        `the panel ${panel}, before and after: ${what}`,
        'empty; more than zero',
        `${words(before)}; ${words(after)}`,
        before.length === 0 && filled,
      );
    }
  } finally {
    await stack.stop();
  }
}
