import { HealthEvent, Page } from '@gomon/plugin-gomon-common';
import { screen, within } from '@testing-library/react';
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
