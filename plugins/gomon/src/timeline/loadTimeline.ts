import { EntitySummary, HealthEvent, Page } from '@gomon/plugin-gomon-common';
import { GomonApi, GomonRange } from '../api/GomonApi';
import { isTelling } from './lanes';

const PAGE_SIZE = 500;
/** More than this cannot be told apart on one axis; the newest are kept. */
const MAX_PAGES = 4;

/** Everything that the timeline draws. */
export interface TimelineData {
  range: readonly [fromMs: number, toMs: number];
  entities: EntitySummary[];
  /** Newest first. */
  events: HealthEvent[];
  /** There were more events than are shown. */
  isCut: boolean;
}

async function allPages<T>(ask: (cursor?: string) => Promise<Page<T>>) {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await ask(cursor);
    items.push(...answer.items);
    cursor = answer.pageInfo.nextCursor;
    if (!cursor) return { items, isCut: false };
  }
  return { items, isCut: true };
}

/** Asks for components and events side by side. */
export async function loadTimeline(
  api: GomonApi,
  range: GomonRange,
  environment: string | undefined,
  signal: AbortSignal,
): Promise<TimelineData> {
  const [entities, events] = await Promise.all([
    allPages(cursor =>
      api.getEntities({ environment, cursor, limit: PAGE_SIZE }, { signal }),
    ),
    allPages(cursor =>
      api.getEvents(
        { ...range, environment, cursor, limit: PAGE_SIZE },
        { signal },
      ),
    ),
  ]);
  return {
    range: [Date.parse(range.from), Date.parse(range.to)],
    entities: entities.items,
    events: events.items.filter(isTelling),
    isCut: events.isCut,
  };
}
