import { Host, HostPage } from '@gomon/plugin-gomon-common';
import { HostPages, PAGE_SIZE } from './HostPages';

const TOTAL = 2 * PAGE_SIZE + 10;
const signal = new AbortController().signal;

const host = (row: number): Host => ({
  instance: `host-${row}`,
  environment: 'default',
  status: 'ok',
  sentence: 'reports',
  figures: [],
});

/** Pages whose cursor is the number of the row they begin at. */
function backend() {
  return jest.fn(async (cursor: string | undefined): Promise<HostPage> => {
    const start = Number(cursor ?? 0);
    const end = Math.min(TOTAL, start + PAGE_SIZE);
    return {
      items: Array.from({ length: end - start }, (_, i) => host(start + i)),
      totalItems: TOTAL,
      pageInfo: end < TOTAL ? { nextCursor: String(end) } : {},
    };
  });
}

describe('HostPages', () => {
  it('asks once for what can be seen, not once a row', async () => {
    const ask = backend();
    const pages = new HostPages(ask);
    await pages.load(0, 30, signal);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(pages.totalItems).toBe(TOTAL);
    expect(pages.at(29)?.instance).toBe('host-29');
    expect(pages.at(PAGE_SIZE)).toBeUndefined();
  });

  it('finds its way to the end of the list', async () => {
    const ask = backend();
    const pages = new HostPages(ask);
    await pages.load(TOTAL - 5, TOTAL, signal);
    expect(ask.mock.calls.map(([cursor]) => cursor)).toEqual([
      undefined,
      '500',
      '1000',
    ]);
    expect(pages.at(TOTAL - 1)?.instance).toBe(`host-${TOTAL - 1}`);
  });

  it('asks again only for what can be seen', async () => {
    const ask = backend();
    const pages = new HostPages(ask);
    await pages.load(TOTAL - 5, TOTAL, signal);
    ask.mockClear();
    await pages.load(TOTAL - 5, TOTAL, signal);
    expect(ask.mock.calls.map(([cursor]) => cursor)).toEqual(['1000']);
  });

  it('stops where the list has become shorter', async () => {
    const ask = jest.fn(async () => ({
      items: [host(0)],
      totalItems: 1,
      pageInfo: {},
    }));
    const pages = new HostPages(ask);
    await pages.load(0, 3 * PAGE_SIZE, signal);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
