import { mockServices } from '@backstage/backend-test-utils';
import { toTopology } from '../../catalog/toTopology';
import { entity, silentLogger } from '../../testing/fixtures';
import {
  checkIn,
  serveVendor,
  VendorAnswers,
  VendorFake,
} from '../../testing/vendorFake';
import { readSonarqubeInstances } from './instances';
import { ProjectReader } from './ProjectReader';
import { SonarqubeProbe } from './SonarqubeProbe';

const now = new Date('2026-01-01T12:00:00Z');

const topologyOf = (projectKey: string) =>
  toTopology(
    [
      entity('sonarqube', 'code-quality', {
        sendsTo: 'postgresql',
        annotations: { 'sonarqube.org/project-key': projectKey },
      }),
      entity('postgresql', 'database'),
    ],
    'default',
  );

/** As a SonarQube 26.9 answers a token that may browse, of a project whose gate is red. */
const answers: VendorAnswers = {
  '/api/system/status': { body: { status: 'UP', version: '26.9.0.129388' } },
  '/api/system/health': {
    status: 403,
    body: { errors: [{ msg: 'Insufficient privileges' }] },
  },
  '/api/components/show': {
    body: {
      component: { key: 'gomon', analysisDate: '2026-01-01T10:00:00+0000' },
    },
  },
  '/api/qualitygates/get_by_project': {
    body: { qualityGate: { name: 'gomon-quality-gate' } },
  },
  '/api/qualitygates/project_status': {
    body: {
      projectStatus: {
        status: 'ERROR',
        ignoredConditions: false,
        conditions: [
          {
            status: 'OK',
            metricKey: 'new_bugs',
            comparator: 'GT',
            errorThreshold: '0',
            actualValue: '0',
          },
          {
            status: 'ERROR',
            metricKey: 'new_coverage',
            comparator: 'LT',
            errorThreshold: '80',
            actualValue: '50.0',
          },
        ],
      },
    },
  },
  '/api/measures/component': {
    body: {
      component: {
        measures: [
          { metric: 'coverage', value: '83.1' },
          { metric: 'new_lines_to_cover', period: { value: '20' } },
          { metric: 'new_uncovered_lines', period: { value: '10' } },
        ],
      },
    },
  },
  '/api/measures/search_history': {
    body: {
      measures: [
        {
          metric: 'coverage',
          history: [
            { date: '2025-12-31T10:00:00+0000', value: '82.0' },
            { date: '2026-01-01T10:00:00+0000', value: '83.1' },
          ],
        },
      ],
    },
  },
};

describe('the probe of SonarQube', () => {
  let server: VendorFake;

  beforeEach(async () => {
    server = await serveVendor({ ...answers });
  });
  afterEach(() => server.close());

  const look = async (projectKey = 'gomon', config?: object) => {
    const instances = readSonarqubeInstances(
      mockServices.rootConfig({
        data: {
          sonarqube: config ?? {
            instances: [
              { name: 'default', baseUrl: server.url, apiKey: 'token' },
            ],
          },
        },
      }),
    );
    const probe = new SonarqubeProbe(
      new ProjectReader(instances, 2_000),
      instances,
    );
    const topology = topologyOf(projectKey);
    return probe.look({
      components: topology.components.filter(
        ({ stage }) => stage === 'code-quality',
      ),
      topology,
      now,
      signal: AbortSignal.timeout(5_000),
      logger: silentLogger,
    });
  };

  it('tells a red gate with each condition, actual and required, and what it takes', async () => {
    const report = await look();
    expect(checkIn(report, 'sonarqube.system')).toMatchObject({
      status: 'ok',
      sentence: 'sonarqube 26.9.0.129388 is up.',
    });
    expect(checkIn(report, 'sonarqube.gate')).toMatchObject({
      status: 'degraded',
      failure: 'own',
      hindersFlow: false,
      sentence:
        'gomon fails gomon-quality-gate: Coverage on new code 50 %, needs at least 80 %: 6 more lines or branches to cover (analysed 2 h ago).',
      links: [{ title: 'SonarQube', url: `${server.url}/dashboard?id=gomon` }],
    });
    expect(checkIn(report, 'sonarqube.new_coverage')).toMatchObject({
      status: 'degraded',
      value: 50,
      threshold: 80,
      unit: 'percent',
    });
    expect(checkIn(report, 'sonarqube.new_bugs')).toMatchObject({
      status: 'ok',
      value: 0,
    });
    expect(report.components[0].figures).toEqual([
      { id: 'coverage', label: 'coverage', value: 83.1, unit: 'percent' },
    ]);
  });

  it('says its own health where the token may see it', async () => {
    server.answers['/api/system/health'] = {
      body: {
        health: 'YELLOW',
        causes: [{ message: 'There is an issue with the search.' }],
      },
    };
    expect(checkIn(await look(), 'sonarqube.health')).toMatchObject({
      status: 'degraded',
      sentence:
        'sonarqube says it is yellow: There is an issue with the search.',
    });
  });

  it('calls a revoked token no access, not red', async () => {
    server.answers['/api/components/show'] = { status: 401, body: {} };
    const report = await look();
    expect(report.components[0].checks).toHaveLength(1);
    expect(checkIn(report, 'sonarqube.system')).toMatchObject({
      status: 'unauthorised',
      hindersFlow: false,
    });
  });

  it('names a project that is not there, and goes on with the others', async () => {
    server.answers['/api/components/show'] = {
      status: 404,
      body: { errors: [{ msg: "Component key 'nope' not found" }] },
    };
    expect(checkIn(await look('nope'), 'sonarqube.nope.project')).toMatchObject(
      {
        status: 'unknown',
        sentence: 'SonarQube has no project nope, or gomon may not see it.',
      },
    );
  });

  it('is blocked by its database where it answers with errors', async () => {
    server.answers['/api/components/show'] = { status: 500, body: {} };
    expect(checkIn(await look(), 'sonarqube.system')).toMatchObject({
      status: 'down',
      failure: 'blocked',
      explainedBy: 'component:default/postgresql',
    });
  });

  it('is its own failure where it does not answer', async () => {
    await server.close();
    expect(checkIn(await look(), 'sonarqube.system')).toMatchObject({
      status: 'down',
      failure: 'own',
    });
    server = await serveVendor({});
  });

  it('reads several projects, of the instances that they name', async () => {
    const report = await look('gomon, other/second', {
      baseUrl: server.url,
      apiKey: 'token',
      instances: [{ name: 'other', baseUrl: server.url, authType: 'Basic' }],
    });
    expect(checkIn(report, 'sonarqube.gomon.gate')?.status).toBe('degraded');
    expect(checkIn(report, 'sonarqube.other/second.new_coverage')?.title).toBe(
      'Coverage on new code, other/second',
    );
  });

  it('says what to add where nobody set it up', async () => {
    expect(checkIn(await look('gomon', {}), 'sonarqube.setup')).toMatchObject({
      status: 'not-configured',
    });
  });
});
