import { GateServer } from '../__testUtils__/GateServer';
import { desiredState } from '../desired/desired';
import { SonarqubeClient } from '../server/SonarqubeClient';
import { setUp } from './setUp';

const desired = desiredState({ key: 'gomon', name: 'gomon' });

describe('setUp', () => {
  let server: GateServer;
  let client: SonarqubeClient;
  let said: string[];

  const run = (planOnly = false) =>
    setUp(client, desired, { planOnly, say: line => said.push(line) });
  const kept = () =>
    server.gates
      .get(desired.gate.name)!
      .map(({ metric, op, error }) => ({ metric, op, error }))
      .sort((a, b) => a.metric.localeCompare(b.metric, 'en'));

  beforeEach(async () => {
    said = [];
    server = new GateServer();
    client = new SonarqubeClient(await server.listen(), { token: 'any' });
  });
  afterEach(() => server.close());

  it('makes a new server what is wanted, with no condition of its own left', async () => {
    await run();
    expect(server.mode).toBe('STANDARD_EXPERIENCE');
    expect(kept()).toEqual(
      [...desired.gate.conditions].sort((a, b) =>
        a.metric.localeCompare(b.metric, 'en'),
      ),
    );
    expect(server.projects.get('gomon')).toBe(desired.gate.name);
    expect(said).toHaveLength(2);
    expect(said[1]).toContain('- gomon-quality-gate: new_violations');
  });

  it('changes nothing the second time', async () => {
    await run();
    server.changes.length = 0;
    await expect(run()).resolves.toEqual([]);
    expect(server.changes).toEqual([]);
  });

  it('changes nothing where the plan alone is asked for', async () => {
    const steps = await run(true);
    expect(steps.map(({ kind }) => kind)).toEqual([
      'set-mode',
      'create-gate',
      'create-project',
      'select-gate',
    ]);
    expect(server.changes).toEqual([]);
  });

  it('ends on a server that does not keep what it is told', async () => {
    await run();
    server.answers.set('PATCH v2/clean-code-policy/mode', () => ({}));
    server.mode = 'MQR';
    await expect(run()).rejects.toThrow(
      'the server did not keep what it was told: ~ mode: MQR -> STANDARD_EXPERIENCE',
    );
  });
});
