import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Deployment, EntityDeployments } from '@gomon/plugin-gomon-common';
import { screen, within } from '@testing-library/react';
import { answer, renderWithGomon } from '../__testUtils__/render';
import { DeploymentsCard } from './DeploymentsCard';

const kafka = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'kafka' },
};
const commit = (start: string) => start.padEnd(40, '0');
const hoursAgo = (hours: number) =>
  new Date(Date.now() - hours * 3_600_000 - 60_000).toISOString();

const deployment = (own: Partial<Deployment> = {}): Deployment => ({
  application: 'gomon',
  sync: 'synced',
  health: 'healthy',
  deployedRevision: commit('abc1234'),
  wantedRevision: commit('abc1234'),
  target: 'main',
  outOfSync: [],
  outOfSyncCount: 0,
  history: [],
  url: 'https://argocd.example/applications/argocd/gomon',
  ...own,
});

function show(getEntityDeployments: () => Promise<EntityDeployments>) {
  return renderWithGomon(
    <EntityProvider entity={kafka}>
      <DeploymentsCard />
    </EntityProvider>,
    { getEntityDeployments },
  );
}
const showOne = (own: Partial<Deployment>) =>
  show(async () => ({
    entityRef: 'resource:default/kafka',
    status: 'read',
    deployments: [deployment(own)],
  }));
const showUnread = (own: Partial<EntityDeployments>) =>
  show(async () => ({
    entityRef: 'resource:default/kafka',
    status: 'pending',
    asked: 'gomon',
    deployments: [],
    ...own,
  }));

describe('DeploymentsCard', () => {
  it('says what is deployed, and leads to Argo CD', async () => {
    showOne({});
    expect(
      await screen.findByText('gomon is synced to abc1234 (main)', {
        exact: false,
      }),
    ).toHaveTextContent('gomon is synced to abc1234 (main), healthy.');
    expect(
      screen.getByRole('link', { name: /Open gomon in Argo CD/ }),
    ).toHaveAttribute(
      'href',
      'https://argocd.example/applications/argocd/gomon',
    );
  });

  it('says what runs, what is wanted, and what differs', async () => {
    showOne({
      sync: 'out-of-sync',
      health: 'degraded',
      wantedRevision: commit('def5678'),
      outOfSync: ['StatefulSet kafka', 'Service kafka'],
      outOfSyncCount: 2,
      problem: 'one or more objects failed to apply',
    });
    expect(await screen.findByText(/gomon is out of sync/)).toHaveTextContent(
      'gomon is out of sync: abc1234 runs, def5678 (main) is wanted; it is degraded.',
    );
    expect(
      screen.getByText(
        '2 resources differ: StatefulSet kafka and Service kafka',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Argo CD says: one or more objects failed to apply'),
    ).toBeInTheDocument();
  });

  it('shows what went bad after which revision', async () => {
    const deployedAt = hoursAgo(3);
    showOne({
      history: [
        {
          revision: commit('abc1234'),
          deployedAt,
          initiatedBy: 'admin',
          wentBad: {
            at: new Date(Date.parse(deployedAt) + 180_000).toISOString(),
            to: 'down',
          },
        },
        { revision: 'v1.2.0', deployedAt: hoursAgo(48) },
      ],
    });
    const list = await screen.findByRole('list', {
      name: 'Deployments of gomon',
    });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(/abc1234.*3.h ago.*by admin/);
    expect(first).toHaveTextContent(/down 3.min after it/);
    expect(second).toHaveTextContent(/v1\.2\.0.*2.d ago/);
    expect(second).not.toHaveTextContent('after it');
  });

  it.each([
    ['pending', 'gomon has not asked Argo CD yet.'],
    ['not-configured', 'Nobody told this portal where Argo CD is.'],
    ['unauthorised', 'Argo CD refuses the credential of this portal.'],
    ['unreachable', 'Argo CD does not answer.'],
    ['not-found', 'Argo CD has no application gomon.'],
  ] as const)('has words of its own for %s', async (status, words) => {
    showUnread({ status, reason: 'connection refused' });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('has the configuration to add ready to be copied', async () => {
    showUnread({ status: 'not-configured', configuration: 'argocd:' });
    expect(
      await screen.findByRole('button', { name: 'Copy command: argocd:' }),
    ).toBeInTheDocument();
  });

  it('says so where the backend may not be asked', async () => {
    show(async () => {
      throw answer(403);
    });
    expect(
      await screen.findByText('You may not see the health of the platform.'),
    ).toBeInTheDocument();
  });
});
