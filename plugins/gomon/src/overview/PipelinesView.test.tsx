import { screen, within } from '@testing-library/react';
import { PipelinesView } from './PipelinesView';
import {
  brokenMetrics,
  healthyMetrics,
  logsNotSetUp,
  now,
} from '../__testUtils__/pipelines';
import { answer, renderWithGomon } from '../__testUtils__/render';
import { Pipeline } from '@gomon/plugin-gomon-common';

const show = (...pipelines: Pipeline[]) =>
  renderWithGomon(<PipelinesView />, { getPipelines: async () => pipelines });

const refuse = (error: unknown) =>
  renderWithGomon(<PipelinesView />, {
    getPipelines: async () => {
      throw error;
    },
  });

describe('PipelinesView', () => {
  describe('when all is well', () => {
    it('says so, with proof, and names what is not set up', async () => {
      show(healthyMetrics(), logsNotSetUp());
      expect(
        await screen.findByText('The Metrics pipeline is healthy.'),
      ).toHaveAttribute('role', 'status');
      expect(
        screen.getByText(
          '214 of 214 hosts report, nothing is lost, and the newest sample is 6 s old.',
        ),
      ).toBeInTheDocument();
      expect(screen.getByText('Logs is not set up yet.')).toBeInTheDocument();
    });

    it('draws each stage as a link named by its title and status', async () => {
      show(healthyMetrics());
      const map = await screen.findByRole('region', {
        name: 'Metrics pipeline',
      });
      expect(
        within(map)
          .getAllByRole('link')
          .map(link => [
            link.getAttribute('aria-label'),
            link.getAttribute('href'),
          ]),
      ).toEqual([
        ['gomon agent: ok', '/catalog/default/component/gomon-agent/health'],
        ['Kafka: ok', '/catalog/default/resource/kafka/health'],
        [
          'gomon aggregator: ok',
          '/catalog/default/component/gomon-aggregator/health',
        ],
        [
          'VictoriaMetrics: ok',
          '/catalog/default/resource/victoria-metrics/health',
        ],
      ]);
    });

    it('is a list for screen readers, with what each stage sends on', async () => {
      show(healthyMetrics());
      const map = await screen.findByRole('list', { name: 'Metrics' });
      const [agent, kafka] = within(map).getAllByRole('listitem');
      expect(agent).toHaveTextContent('sends to Kafka: 416 messages/s');
      expect(kafka).toHaveTextContent(
        'sends to gomon aggregator: lag 0 messages',
      );
    });
  });

  describe('when something fails', () => {
    it('calls a figure that nobody can tell unknown, and says why', async () => {
      const [agent, ...others] = brokenMetrics().stages;
      show({
        ...brokenMetrics(),
        stages: [
          {
            ...agent,
            stage: 'agent',
            status: 'unknown',
            note: 'not seen: VictoriaMetrics does not answer',
          },
          ...others,
        ],
        figures: [],
      });
      const term = await screen.findByText('lost');
      expect(term.parentElement).toHaveTextContent(
        'lostunknownnot seen: VictoriaMetrics does not answer',
      );
    });

    it('announces the cause, says what it means and what to do', async () => {
      show(brokenMetrics(), logsNotSetUp());
      expect(await screen.findByRole('alert')).toHaveTextContent(
        'VictoriaMetrics is down: connection refused for 2 min.',
      );
      const banner = screen.getByRole('region', {
        name: 'What is wrong, and what to do',
      });
      expect(banner).toHaveTextContent('4,120 messages wait in Kafka');
      expect(
        within(banner).getByRole('button', {
          name: 'Copy command: kubectl -n monitoring rollout restart deploy/victoria-metrics',
        }),
      ).toBeEnabled();
    });

    it('is quiet about what is only affected', async () => {
      show(brokenMetrics());
      expect(
        await screen.findByText('blocked by VictoriaMetrics'),
      ).toBeInTheDocument();
      expect(screen.getAllByRole('alert')).toHaveLength(1);
    });

    it('draws the edge into the failing stage as standing still', async () => {
      show(brokenMetrics());
      expect(await screen.findByText('standing still')).toBeInTheDocument();
    });
  });

  it('says when a pipeline could not be seen, instead of calling it healthy', async () => {
    show({ ...healthyMetrics(), status: 'unknown' });
    expect(
      await screen.findByText('gomon cannot tell how Metrics is doing.'),
    ).toBeInTheDocument();
  });

  it('says that figures are old when they are', async () => {
    show({ ...healthyMetrics(), observedAt: now(300) });
    expect(
      await screen.findByText('These figures are 5 min old.'),
    ).toBeInTheDocument();
  });

  it('tells how to begin when nothing is set up', async () => {
    show(logsNotSetUp());
    expect(
      await screen.findByText(
        'gomon does not know yet where your systems are.',
      ),
    ).toBeInTheDocument();
  });

  it('tells which annotations to add when the catalog has no pipeline', async () => {
    show();
    expect(await screen.findByText('No pipeline yet')).toBeInTheDocument();
    expect(screen.getByText(/gomon.io\/stage: aggregator/)).toBeInTheDocument();
  });

  it('shows the layout while loading', async () => {
    renderWithGomon(<PipelinesView />, {
      getPipelines: () => new Promise(() => {}),
    });
    expect(
      await screen.findByRole('status', { name: 'Loading' }),
    ).toBeInTheDocument();
  });

  it.each([
    [401, 'Your session is over.'],
    [403, 'You may not see the health of the platform.'],
    [404, "gomon's backend is not part of this portal yet."],
    [500, 'The backend could not answer.'],
    [503, "The portal's backend does not answer."],
  ])('has words of its own for status %d', async (status, words) => {
    refuse(answer(status));
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByText('the words of the backend')).not.toBeVisible();
  });
});
