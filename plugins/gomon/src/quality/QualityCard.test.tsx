import { EntityProvider } from '@backstage/plugin-catalog-react';
import { EntityQuality, ProjectQuality } from '@gomon/plugin-gomon-common';
import { screen, within } from '@testing-library/react';
import { answer, renderWithGomon } from '../__testUtils__/render';
import { QualityCard } from './QualityCard';

const agent = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'agent' },
};

const condition = {
  metric: 'new_bugs',
  title: 'Bugs on new code',
  passed: true,
  actual: 0,
  required: 0,
  comparison: 'at-most' as const,
  unit: 'count' as const,
  sentence: 'Bugs on new code 0, needs at most 0.',
};
const uncovered = {
  ...condition,
  metric: 'new_coverage',
  title: 'Coverage on new code',
  passed: false,
  sentence:
    'Coverage on new code 64 %, needs at least 80 %: 32 more lines or branches to cover.',
};

const project = (own: Partial<ProjectQuality> = {}): ProjectQuality => ({
  asked: 'gomon',
  status: 'read',
  verdict: 'passed',
  gate: 'gomon-quality-gate',
  conditions: [condition],
  measures: [],
  analysedAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
  url: 'https://sonarqube.example/dashboard?id=gomon',
  ...own,
});

const show = (getEntityQuality: () => Promise<EntityQuality>) =>
  renderWithGomon(
    <EntityProvider entity={agent}>
      <QualityCard />
    </EntityProvider>,
    { getEntityQuality },
  );
const showProjects = (...projects: ProjectQuality[]) =>
  show(async () => ({
    entityRef: 'component:default/agent',
    status: 'read',
    projects,
  }));

describe('QualityCard', () => {
  it('says that the gate is passed, when it was analysed, and leads to SonarQube', async () => {
    showProjects(project());
    const sentence = await screen.findByText(/passes gomon-quality-gate/);
    expect(sentence).toHaveTextContent(/analysed 3.h ago/);
    expect(
      screen.getByRole('link', { name: /Open gomon in SonarQube/ }),
    ).toHaveAttribute('href', 'https://sonarqube.example/dashboard?id=gomon');
  });

  it('says of each condition what is, what is needed and what it takes', async () => {
    showProjects(
      project({ verdict: 'failed', conditions: [uncovered, condition] }),
    );
    expect(
      await screen.findByText(
        /fails gomon-quality-gate: 1 condition is not met/,
      ),
    ).toBeInTheDocument();
    const list = screen.getByRole('list', {
      name: 'Conditions of gomon-quality-gate',
    });
    const items = within(list).getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      uncovered.sentence,
      condition.sentence,
    ]);
  });

  it('shows the figures of all code with their course, in words, too', async () => {
    showProjects(
      project({
        measures: [
          {
            metric: 'coverage',
            title: 'Coverage',
            value: 83.1,
            unit: 'percent',
            trend: [
              { at: '2026-01-01T00:00:00Z', value: 80 },
              { at: '2026-01-02T00:00:00Z', value: 83.1 },
            ],
          },
          {
            metric: 'security_rating',
            title: 'Security',
            value: 1,
            unit: 'count',
            rating: 'A',
            trend: [],
          },
        ],
      }),
    );
    expect(
      await screen.findByRole('img', {
        name: /Coverage from 80.% to 83\.1.% over 2 analyses/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('A')).toBeInTheDocument();
  });

  it.each([
    ['not-analysed', 'gomon has not been analysed yet.'],
    ['not-configured', 'Nobody told this portal where SonarQube is.'],
    ['unauthorised', 'SonarQube refuses the credential of this portal.'],
    ['unreachable', 'SonarQube does not answer.'],
    ['not-found', 'SonarQube has no project gomon.'],
  ] as const)('has words of its own for %s', async (status, words) => {
    showProjects(project({ status, verdict: 'none', conditions: [] }));
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('shows several projects', async () => {
    showProjects(project(), project({ asked: 'other/second' }));
    expect(await screen.findByText(/other\/second passes/)).toBeInTheDocument();
  });

  it('says that it waits for the first look', async () => {
    show(async () => ({
      entityRef: 'component:default/agent',
      status: 'pending',
      projects: [],
    }));
    expect(
      await screen.findByText('gomon has not asked SonarQube yet.'),
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
