import { GateServer } from '../__testUtils__/GateServer';
import { SonarqubeClient } from '../server/SonarqubeClient';
import { awaitVerdict } from './awaitVerdict';
import { measuresOf } from './measures';
import { openIssuesOf } from './openIssues';

describe('what the server says of an analysis', () => {
  let server: GateServer;
  let client: SonarqubeClient;

  const tasks = (...found: object[]) => {
    const left = [...found];
    server.answers.set('GET ce/task', () => ({
      body: { task: left.length > 1 ? left.shift() : left[0] },
    }));
  };

  beforeEach(async () => {
    server = new GateServer();
    client = new SonarqubeClient(await server.listen(), { token: 'any' });
  });
  afterEach(() => server.close());

  it('is the verdict on exactly that analysis, once it is worked in', async () => {
    tasks(
      { status: 'IN_PROGRESS' },
      { status: 'SUCCESS', analysisId: 'a-1', executionTimeMs: 4_200 },
    );
    server.answers.set('GET qualitygates/project_status', ({ analysisId }) => ({
      body: {
        projectStatus: {
          status: analysisId === 'a-1' ? 'ERROR' : 'OK',
          conditions: [
            {
              metricKey: 'new_bugs',
              comparator: 'GT',
              errorThreshold: '0',
              actualValue: '2',
              status: 'ERROR',
            },
            {
              metricKey: 'new_coverage',
              comparator: 'LT',
              errorThreshold: '80',
              status: 'OK',
            },
          ],
        },
      },
    }));
    await expect(awaitVerdict(client, 't-1')).resolves.toEqual({
      passed: false,
      serverSeconds: 4.2,
      ignoredFewLines: false,
      conditions: [
        {
          metric: 'new_bugs',
          op: 'GT',
          limit: '0',
          actual: '2',
          passed: false,
        },
        {
          metric: 'new_coverage',
          op: 'LT',
          limit: '80',
          actual: undefined,
          passed: true,
        },
      ],
    });
  });

  it('is a pass with no conditions where the project has no code', async () => {
    tasks({ status: 'SUCCESS', analysisId: 'a-1' });
    server.answers.set('GET qualitygates/project_status', () => ({
      body: { projectStatus: { status: 'OK', ignoredConditions: true } },
    }));
    await expect(awaitVerdict(client, 't-1')).resolves.toEqual({
      passed: true,
      serverSeconds: 0,
      ignoredFewLines: true,
      conditions: [],
    });
  });

  it.each([
    [{ status: 'FAILED', errorMessage: 'no space left' }, 'no space left'],
    [{ status: 'CANCELED' }, 'CANCELED'],
  ])('is an error where the server gave up: %j', async (task, reason) => {
    tasks(task);
    await expect(awaitVerdict(client, 't-1')).rejects.toThrow(
      `SonarQube did not work the analysis in (${reason}): see Background Tasks`,
    );
  });

  it('is an error where it does not come in time', async () => {
    tasks({ status: 'PENDING' });
    await expect(awaitVerdict(client, 't-1', 0)).rejects.toThrow(
      'SonarQube has not worked the analysis in after 0 s',
    );
  });

  it('has figures of all code; what has none is left out', async () => {
    server.answers.set('GET measures/component', ({ component }) => ({
      body: {
        component: {
          measures: [
            { metric: 'coverage', value: component === 'gomon' ? '81.4' : '0' },
            { metric: 'bugs' },
          ],
        },
      },
    }));
    await expect(measuresOf(client, 'gomon')).resolves.toEqual({
      coverage: '81.4',
    });
  });

  it('has open issues by their file in the repository', async () => {
    const issue = {
      type: 'BUG',
      line: 7,
      rule: 'typescript:S2871',
      message: 'Say by what.',
    };
    server.answers.set('GET issues/search', ({ types, resolved }) => ({
      body: {
        total: types === 'BUG,VULNERABILITY' && resolved === 'false' ? 31 : 0,
        issues: [{ ...issue, component: 'gomon:packages/wire/src/a.ts' }],
      },
    }));
    await expect(openIssuesOf(client, 'gomon')).resolves.toEqual({
      total: 31,
      issues: [{ ...issue, file: 'packages/wire/src/a.ts' }],
    });
  });
});
