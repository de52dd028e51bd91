import { EntityProvider } from '@backstage/plugin-catalog-react';
import { EntityHealth } from '@gomon/plugin-gomon-common';
import { screen, within } from '@testing-library/react';
import { check, kafkaHealth, quietHistory } from '../__testUtils__/health';
import { answer, renderWithGomon } from '../__testUtils__/render';
import { HealthTab } from './HealthTab';

const kafka = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'kafka' },
};

function show(getEntityHealth: (ref: string) => Promise<EntityHealth>) {
  return renderWithGomon(
    <EntityProvider entity={kafka}>
      <HealthTab />
    </EntityProvider>,
    { getEntityHealth, ...quietHistory },
  );
}

describe('HealthTab', () => {
  it('asks for the entity it stands on', async () => {
    const getEntityHealth = jest.fn(async () => kafkaHealth());
    show(getEntityHealth);
    await screen.findByRole('region', { name: 'Health of Kafka' });
    expect(getEntityHealth).toHaveBeenCalledWith(
      'resource:default/kafka',
      expect.anything(),
    );
  });

  it('says that all checks hold, and shows each with value, limit and age', async () => {
    show(async () => kafkaHealth());
    expect(
      await screen.findByRole('heading', { name: 'All 2 checks hold.' }),
    ).toBeInTheDocument();
    const lag = screen.getByRole('row', { name: /Lag/ });
    expect(
      within(lag)
        .getAllByRole('cell')
        .map(cell => cell.firstChild?.textContent),
    ).toEqual([
      '12 messages',
      '10,000 messages',
      expect.stringMatching(/^\d+.s ago/),
    ]);
  });

  it('puts the worst check first, and its sentence on top', async () => {
    show(async () =>
      kafkaHealth({
        status: 'down',
        checks: [
          check('fine', 'ok'),
          check('near its limit', 'degraded', { failure: 'own' }),
          check('broken', 'down', { failure: 'own' }),
        ],
      }),
    );
    expect(
      await screen.findByRole('heading', { name: 'broken is down.' }),
    ).toBeInTheDocument();
    expect(
      screen.getAllByRole('rowheader').map(cell => cell.textContent),
    ).toEqual([
      expect.stringContaining('broken'),
      expect.stringContaining('near its limit'),
      expect.stringContaining('fine'),
    ]);
  });

  it('leads to what it is affected by', async () => {
    show(async () =>
      kafkaHealth({
        status: 'degraded',
        affectedBy: ['resource:default/victoria-metrics'],
        checks: [check('blocked', 'degraded', { failure: 'blocked' })],
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'victoria-metrics' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/victoria-metrics/health',
    );
  });

  it('offers the runbook to copy', async () => {
    show(async () => kafkaHealth());
    expect(
      await screen.findByRole('button', {
        name: /Copy command: kubectl -n monitoring exec kafka-0/,
      }),
    ).toBeEnabled();
  });

  it('offers the first command of the runbook when a cause has no advice of its own', async () => {
    show(async () =>
      kafkaHealth({
        status: 'down',
        role: 'cause',
        checks: [check('kafka.answers', 'down', { failure: 'own' })],
      }),
    );
    expect(await screen.findByText('What to do:')).toBeInTheDocument();
    expect(
      screen.getAllByRole('button', { name: /exec kafka-0/ }),
    ).toHaveLength(2);
  });

  it('says so when no check looks at the component', async () => {
    show(async () => kafkaHealth({ checks: [], status: 'unknown' }));
    expect(
      await screen.findByText('No check looks at this component yet.'),
    ).toBeInTheDocument();
  });

  it('gives the configuration lines of what is not set up, ready to copy', async () => {
    const command = 'gomon:\n  kafka:\n    - name: default';
    show(async () =>
      kafkaHealth({
        status: 'not-configured',
        checks: [
          check('kafka', 'not-configured', {
            action: { text: 'Add to app-config.yaml:', command },
          }),
        ],
      }),
    );
    const [copy] = await screen.findAllByRole('button', {
      name: /Copy command: gomon:/,
    });
    expect(copy).toBeEnabled();
  });

  it('says how long it was ok, and charts its figures', async () => {
    show(async () => kafkaHealth());
    expect(
      await screen.findByText(/^ok for 100.% of the observed time$/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('slider', { name: 'lag over time' }),
    ).toBeInTheDocument();
  });

  it('says that gomon has never seen what the backend does not know', async () => {
    show(async () => {
      throw answer(404);
    });
    expect(
      await screen.findByText('gomon has not looked at this component yet.'),
    ).toBeInTheDocument();
  });

  it('says which permission is missing', async () => {
    show(async () => {
      throw answer(403);
    });
    expect(
      await screen.findByText(/the permission gomon.health.read/),
    ).toBeInTheDocument();
  });
});
