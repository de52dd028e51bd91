import { Host } from '@gomon/plugin-gomon-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GomonHostQuery } from '../api/GomonApi';
import {
  brokenMetrics,
  figure,
  healthyMetrics,
  now,
  stage,
} from '../__testUtils__/pipelines';
import { answer, renderWithGomon } from '../__testUtils__/render';
import { HostsView } from './HostsView';

const host = (row: number, more: Partial<Host> = {}): Host => ({
  instance: `host-${row}`,
  environment: 'default',
  status: 'ok',
  sentence: 'reports',
  lastSampleAt: now(5),
  figures: [figure('cpu', 'CPU', 12.5, 'percent')],
  ...more,
});

const backend = (hosts: Host[]) =>
  jest.fn(async (query: GomonHostQuery) => ({
    items: hosts.slice(0, query.limit),
    totalItems: hosts.length,
    pageInfo: {},
  }));

describe('HostsView', () => {
  it('draws only what can be seen of thousands of hosts, and asks for a page of them', async () => {
    const getHosts = backend(Array.from({ length: 500 }, (_, i) => host(i)));
    getHosts.mockImplementation(async () => ({
      items: Array.from({ length: 500 }, (_, i) => host(i)),
      totalItems: 10_000,
      pageInfo: { nextCursor: 'next' },
    }));
    renderWithGomon(<HostsView />, { getHosts });
    const table = await screen.findByRole('table', { name: 'Hosts' });
    expect(table).toHaveAttribute('aria-rowcount', '10001');
    expect(screen.getByText('10,000 hosts')).toBeInTheDocument();
    expect(within(table).getAllByRole('row').length).toBeLessThan(40);
    // It asks again as time goes by, but never for a row.
    const questions = getHosts.mock.calls.map(([query]) => query);
    expect(questions).toEqual(questions.map(() => questions[0]));
    expect(questions[0]).toMatchObject({ limit: 500 });
  });

  it('asks for silent hosts first', async () => {
    const getHosts = backend([host(1)]);
    renderWithGomon(<HostsView />, { getHosts });
    await screen.findByText('1 host');
    expect(getHosts.mock.calls[0][0]).toMatchObject({ sort: 'status' });
  });

  it('shows status, age, figures and what is missing', async () => {
    const getHosts = backend([host(1, { status: 'degraded', missing: 3 })]);
    renderWithGomon(<HostsView />, { getHosts });
    const row = await screen.findByRole('row', { name: /host-1/ });
    expect(row).toHaveTextContent('degraded');
    expect(row).toHaveTextContent('3 messages missing');
    expect(row).toHaveTextContent(/12.5.%/);
  });

  it('narrows by what is typed', async () => {
    const getHosts = backend([host(1)]);
    renderWithGomon(<HostsView />, { getHosts });
    await screen.findByText('1 host');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search hosts' }),
      'r',
    );
    expect(getHosts.mock.calls.at(-1)?.[0]).toMatchObject({ search: 'r' });
  });

  it('tells how to start an agent when no host has ever reported', async () => {
    renderWithGomon(<HostsView />, { getHosts: backend([]) });
    expect(
      await screen.findByText('No host has reported yet'),
    ).toBeInTheDocument();
  });

  it('has words for a missing permission', async () => {
    renderWithGomon(<HostsView />, {
      getHosts: async () => {
        throw answer(403);
      },
    });
    expect(
      await screen.findByText('You may not see the health of the platform.'),
    ).toBeInTheDocument();
  });

  it('says that hosts cannot be looked at, though the list is of a moment ago', async () => {
    const note = 'Hosts cannot be seen: VictoriaMetrics does not answer.';
    const blind = stage('component:default/agent', 'gomon agent', 'unknown', {
      stage: 'agent',
      note,
    });
    renderWithGomon(<HostsView />, {
      getHosts: backend([host(1)]),
      getPipelines: async () => [{ ...healthyMetrics(), stages: [blind] }],
    });
    expect(await screen.findByText(note, { exact: false })).toBeVisible();
    expect(screen.getByText('Hosts cannot be looked at now.')).toBeVisible();
    expect(await screen.findByText('1 host')).toBeInTheDocument();
  });

  it('names the cause where it lies elsewhere', async () => {
    const broken = brokenMetrics();
    const blind = stage('component:default/agent', 'gomon agent', 'unknown', {
      stage: 'agent',
      role: 'affected',
      note: 'not seen: VictoriaMetrics does not answer',
    });
    renderWithGomon(<HostsView />, {
      getHosts: backend([host(1)]),
      getPipelines: async () => [{ ...broken, stages: [blind] }],
    });
    const sentence = broken.cause!.sentence;
    expect(await screen.findByText(sentence, { exact: false })).toBeVisible();
  });

  it('says nothing of the kind while they can', async () => {
    const getPipelines = jest.fn(async () => [healthyMetrics()]);
    renderWithGomon(<HostsView />, {
      getHosts: backend([host(1)]),
      getPipelines,
    });
    await screen.findByText('1 host');
    expect(getPipelines).toHaveBeenCalled();
    expect(screen.queryByText('Hosts cannot be looked at now.')).toBeNull();
  });
});
