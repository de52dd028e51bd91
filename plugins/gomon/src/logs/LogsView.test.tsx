import { LogLine, LogPage } from '@gomon/plugin-gomon-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GomonLogQuery } from '../api/GomonApi';
import { answer, renderWithGomon } from '../__testUtils__/render';
import { LogsView } from './LogsView';

const TO = Date.parse('2025-08-30T12:00:00Z');

const line = (number: number, more: Partial<LogLine> = {}): LogLine => ({
  id: `line-${number}`,
  at: new Date(TO - number * 1_000).toISOString(),
  message: `line number ${number}`,
  tags: [],
  ...more,
});

const page = (items: LogLine[], more: Partial<LogPage> = {}): LogPage => ({
  from: new Date(TO - 3_600_000).toISOString(),
  to: new Date(TO).toISOString(),
  totalItems: items.length,
  histogram: {
    step: 1800,
    points: [
      [TO - 3_600_000, 0],
      [TO - 1_800_000, items.length],
    ],
  },
  items,
  pageInfo: {},
  ...more,
});

type Ask = (ref: string, query: GomonLogQuery) => Promise<LogPage>;

function show(ask: Ask) {
  const getEntityLogs = jest.fn(ask);
  renderWithGomon(<LogsView entityRef="component:default/aggregator" />, {
    getEntityLogs,
  });
  return getEntityLogs;
}

const lastQuery = (asked: jest.Mock) => asked.mock.calls.at(-1)![1];
const shownLines = async () =>
  within(await screen.findByRole('region', { name: 'Lines, newest first' }))
    .getAllByRole('listitem')
    .map(item => item.textContent);

describe('LogsView', () => {
  it('asks for the newest lines of the last hour', async () => {
    const asked = show(async () => page([line(1), line(2)]));
    expect(await shownLines()).toEqual([
      expect.stringContaining('line number 1'),
      expect.stringContaining('line number 2'),
    ]);
    const { from, limit, to } = lastQuery(asked);
    expect(Date.parse(to) - Date.parse(from)).toBe(3_600_000);
    expect(limit).toBe(100);
    expect(asked.mock.calls[0][0]).toBe('component:default/aggregator');
  });

  it('shows time, level, sample, what was not understood, and leads to Kibana at that moment', async () => {
    const kibanaUrl = 'http://kibana.local/app/discover#/?_g=x';
    show(async () =>
      page([
        line(1, {
          level: 'info',
          metric: 'disk_used_percent',
          value: 71.375,
          instance: 'node-a',
          mountpoint: '/var',
          kibanaUrl,
        }),
        line(2, { problem: 'the value is not a number' }),
      ]),
    );
    const [sample, broken] = await shownLines();
    expect(sample).toContain('info');
    expect(sample).toContain('disk_used_percent71.375node-a · /var');
    expect(sample).toMatch(/59\.000/);
    expect(broken).toContain('Not understood: the value is not a number.');
    expect(
      screen.getByRole('link', { name: /^Kibana at .*59\.000/ }),
    ).toHaveAttribute('href', kibanaUrl);
  });

  it('counts them over time, to be read by keyboard, too', async () => {
    show(async () => page([line(1)], { totalItems: 1 }));
    const chart = await screen.findByRole('slider', {
      name: /^Lines per 30.min/,
    });
    chart.focus();
    await userEvent.keyboard('{End}');
    expect(chart).toHaveAttribute(
      'aria-valuetext',
      expect.stringMatching(/1 line/),
    );
  });

  it('searches for what was typed', async () => {
    const asked = show(async () => page([line(1)]));
    await shownLines();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search lines' }),
      'refused',
    );
    await waitFor(() => expect(lastQuery(asked).query).toBe('refused'));
    expect(asked.mock.calls[0][1].query).toBeUndefined();
  });

  it('goes on into the past where the page before ended, and stands still meanwhile', async () => {
    const asked = show(async (_, { cursor }) =>
      cursor
        ? page([line(3)], { totalItems: 3 })
        : page([line(1), line(2)], {
            totalItems: 3,
            pageInfo: { nextCursor: 'further' },
          }),
    );
    await shownLines();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show older lines' }),
    );
    await screen.findByText('line number 3');
    expect(await shownLines()).toHaveLength(3);
    expect(lastQuery(asked)).toMatchObject({
      cursor: 'further',
      from: new Date(TO - 3_600_000).toISOString(),
      to: new Date(TO).toISOString(),
    });
    expect(
      screen.queryByRole('button', { name: 'Show older lines' }),
    ).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the newest' }),
    );
    expect(await shownLines()).toHaveLength(2);
  });

  it('keeps what was read when older lines cannot be had, and says so', async () => {
    show(async (_, { cursor }) => {
      if (cursor) throw new TypeError('no answer');
      return page([line(1)], { totalItems: 2, pageInfo: { nextCursor: 'x' } });
    });
    await shownLines();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show older lines' }),
    );
    await screen.findByText("The portal's backend does not answer.");
    expect(await shownLines()).toHaveLength(1);
  });

  it('says that no line fits', async () => {
    show(async () => page([]));
    expect(await screen.findByText('No line in this time')).toBeInTheDocument();
  });

  it('gives the lines to add where no log is collected', async () => {
    show(async () => {
      throw answer(404);
    });
    await screen.findByText('No log of this component is collected');
    expect(
      screen.getByRole('button', {
        name: /gomon.io\/log-index: aggregator-logs/,
      }),
    ).toBeEnabled();
  });

  it('names the permission that is missing', async () => {
    show(async () => {
      throw answer(403);
    });
    expect(
      await screen.findByText(/the permission gomon.logs.read/),
    ).toBeInTheDocument();
  });

  it('says that Elasticsearch cannot be read, with what it answered', async () => {
    show(async () => {
      throw Object.assign(answer(503, 'its write alias is lost'), {
        cause: Object.assign(new Error(), { name: 'ServiceUnavailableError' }),
      });
    });
    await screen.findByText(
      'Elasticsearch, which holds the lines, cannot be read.',
    );
    expect(screen.getByText('its write alias is lost')).toBeInTheDocument();
  });
});
