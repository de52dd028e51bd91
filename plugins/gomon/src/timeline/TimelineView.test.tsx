import { HealthEvent, Page } from '@gomon/plugin-gomon-common';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GomonApi, GomonEventQuery } from '../api/GomonApi';
import { now } from '../__testUtils__/pipelines';
import { renderWithGomon } from '../__testUtils__/render';
import { TimelineView } from './TimelineView';

const page = <T,>(...items: T[]) => ({ items, pageInfo: {} });

const victoria = {
  entityRef: 'resource:default/victoria-metrics',
  title: 'VictoriaMetrics',
};

async function changes(_query: GomonEventQuery): Promise<Page<HealthEvent>> {
  return page(
    {
      id: '2',
      at: now(600),
      environment: 'default',
      kind: 'transition',
      ...victoria,
      sentence: 'VictoriaMetrics answers.',
      from: 'down' as const,
      to: 'ok' as const,
    },
    {
      id: '1',
      at: now(1200),
      environment: 'default',
      kind: 'transition',
      ...victoria,
      sentence: 'connection refused',
      from: 'ok' as const,
      to: 'down' as const,
    },
  );
}

function backend(more: Partial<GomonApi> = {}) {
  return {
    getEntities: async () =>
      page({
        ...victoria,
        status: 'ok' as const,
        since: now(600),
        affectedBy: [],
      }),
    getEvents: changes,
    ...more,
  };
}

const thousand = Array.from({ length: 1000 }, (_, row) => ({
  entityRef: `resource:default/kafka-${row}`,
  title: `Kafka ${row}`,
  status: 'ok' as const,
  since: now(600),
  affectedBy: [],
}));

describe('TimelineView', () => {
  it('marks what was deployed above the lanes, and says it in words', async () => {
    renderWithGomon(
      <TimelineView />,
      backend({
        getEvents: async query => {
          const { items } = await changes(query);
          return page(...items, {
            id: '0',
            at: now(1380),
            environment: 'default',
            kind: 'deployment',
            title: 'Argo CD',
            sentence: 'gomon was synced to abc1234.',
          });
        },
      }),
    );
    expect(
      await screen.findByRole('img', {
        name: /^Deployments: gomon was synced to abc1234\./,
      }),
    ).toBeInTheDocument();
  });

  it('draws the course of a component, says it in words, and its uptime', async () => {
    renderWithGomon(<TimelineView />, backend());
    const lanes = await screen.findByRole('list', { name: 'Timeline' });
    expect(
      within(lanes).getByRole('img', {
        name: /VictoriaMetrics: ok for 23.h, down for (9|10).min, and ok for (9|10).min/,
      }),
    ).toBeInTheDocument();
    expect(lanes).toHaveTextContent(/99.3.%/);
  });

  it('draws only the lanes in sight of a thousand, and says which of how many each is', async () => {
    renderWithGomon(
      <TimelineView />,
      backend({ getEntities: async () => page(...thousand) }),
    );
    const list = await screen.findByRole('list', { name: 'Timeline' });
    const lanes = within(list).getAllByRole('listitem');
    expect(lanes.length).toBeLessThan(60);
    expect(lanes[1]).toHaveAttribute('aria-posinset', '2');
    expect(lanes[1]).toHaveAttribute('aria-setsize', '1000');
    expect(lanes[1]).toHaveTextContent('Kafka 1');
  });

  it('draws the lanes that were scrolled to', async () => {
    renderWithGomon(
      <TimelineView />,
      backend({ getEntities: async () => page(...thousand) }),
    );
    const frame = await screen.findByRole('group', { name: 'Timeline' });
    fireEvent.scroll(frame, { target: { scrollTop: 500 * 32 } });
    expect(
      within(frame).getByRole('link', { name: 'Kafka 500' }),
    ).toBeInTheDocument();
    expect(
      within(frame).queryByRole('link', { name: 'Kafka 0' }),
    ).not.toBeInTheDocument();
  });

  it('lists what changed, newest first', async () => {
    renderWithGomon(<TimelineView />, backend());
    const events = await screen.findByRole('region', { name: 'What changed' });
    expect(
      within(events)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      expect.stringContaining('VictoriaMetrics answers.'),
      expect.stringContaining('connection refused'),
    ]);
  });

  it('looks as far back as is chosen', async () => {
    const getEvents = jest.fn(changes);
    renderWithGomon(<TimelineView />, backend({ getEvents }));
    await screen.findByRole('list', { name: 'Timeline' });
    await userEvent.click(screen.getByRole('radio', { name: /^7.d$/ }));
    await screen.findByRole('list', { name: 'Timeline' });
    const [query] = getEvents.mock.calls.at(-1)!;
    expect(Date.parse(query.to) - Date.parse(query.from)).toBe(7 * 86_400_000);
  });

  it('says so when nothing changed', async () => {
    renderWithGomon(
      <TimelineView />,
      backend({ getEvents: async () => page() }),
    );
    expect(
      await screen.findByText('Nothing changed in this time'),
    ).toBeInTheDocument();
  });
});
