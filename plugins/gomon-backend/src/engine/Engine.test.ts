import { Check, FailureKind, Status } from '@gomon/plugin-gomon-common';
import { Probe } from '@gomon/plugin-gomon-node';
import { toTopology } from '../catalog/toTopology';
import { entity, silentLogger } from '../testing/fixtures';
import { MemoryStore } from '../testing/MemoryStore';
import { Engine } from './Engine';

const INTERVAL_S = 5;
const ref = (name: string) => `component:default/${name}`;

const topology = toTopology(
  [
    entity('agent', 'agent', { sendsTo: 'kafka' }),
    entity('kafka', 'broker', { sendsTo: 'aggregator' }),
    entity('aggregator', 'aggregator', { sendsTo: 'vm' }),
    entity('vm', 'tsdb'),
  ],
  'default',
);

type Answer = Pick<Check, 'status'> & Partial<Check>;

/** A platform whose components answer as told. */
class Platform {
  readonly store = new MemoryStore();
  readonly answers = new Map<string, Answer>();
  /** Decides which looks fail. */
  fails: (probe: string) => boolean = () => false;
  #second = 0;
  #engine!: Engine;

  /** Begins as a new process would: with nothing but what is stored. */
  restart(): void {
    const stages = {
      agent: 'agent',
      kafka: 'broker',
      aggregator: 'aggregator',
      vm: 'tsdb',
    };
    this.#engine = new Engine({
      probes: Object.entries(stages).map(([name, stage]) =>
        this.#probe(name, stage),
      ),
      readTopology: async () => topology,
      store: this.store,
      environments: ['default'],
      timeLimitMs: 1000,
      logger: silentLogger,
      runbook: () => [],
    });
  }

  /** Runs cycles for some seconds of the platform's time. */
  async run(seconds: number): Promise<void> {
    for (
      const end = this.#second + seconds;
      this.#second < end;
      this.#second += INTERVAL_S
    ) {
      const now = new Date(1_700_000_000_000 + this.#second * 1000);
      await this.#engine.runCycle(now, new AbortController().signal);
    }
  }

  fail(
    name: string,
    failure: FailureKind,
    status: Status = 'down',
    explainedBy?: string,
  ) {
    this.answers.set(name, {
      status,
      failure,
      explainedBy: explainedBy && ref(explainedBy),
    });
  }

  repair(...names: string[]) {
    names.forEach(name => this.answers.delete(name));
  }

  get pipeline() {
    return this.store.snapshot.pipelines[0];
  }

  get causes(): string[] {
    return this.pipeline.causes.map(({ title }) => title);
  }

  stage(name: string) {
    return this.pipeline.stages.find(({ title }) => title === name)!;
  }

  #probe(name: string, stage: string): Probe {
    return {
      id: name,
      stages: [stage],
      look: async () => {
        if (this.fails(name)) throw new Error('the look failed');
        const answer = this.answers.get(name) ?? { status: 'ok' };
        const check = {
          id: `${name}.works`,
          title: '',
          sentence: `${name}: ${answer.status}.`,
          ...answer,
        };
        return { components: [{ entityRef: ref(name), checks: [check] }] };
      },
    };
  }
}

/** Numbers that look random and are the same in every run. */
function repeatable(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

describe('Engine', () => {
  let platform: Platform;
  beforeEach(async () => {
    platform = new Platform();
    platform.restart();
    await platform.run(10);
  });

  function killDatabase() {
    platform.fail('vm', 'own');
    platform.fail('aggregator', 'blocked', 'down', 'vm');
    platform.fail('agent', 'unseen', 'unknown', 'vm');
  }

  it('says ok while every check holds', () => {
    expect(platform.pipeline).toMatchObject({ status: 'ok', causes: [] });
    expect(platform.pipeline.sentence).toBe('Metrics is healthy.');
  });

  it('names the cause, shows who suffers quietly, and blames nobody else', async () => {
    killDatabase();
    await platform.run(20);
    expect(platform.causes).toEqual(['vm']);
    expect(platform.pipeline.cause!.meaning).toBe(
      'Affected: agent, aggregator.',
    );
    expect(platform.stage('aggregator')).toMatchObject({
      status: 'degraded',
      role: 'affected',
      note: 'blocked by vm',
    });
    expect(platform.stage('agent')).toMatchObject({
      status: 'unknown',
      role: 'affected',
      note: 'not seen: vm does not answer',
    });
    expect(platform.stage('kafka')).toMatchObject({
      status: 'ok',
      role: 'none',
    });
  });

  it('counts within three looks and not before', async () => {
    killDatabase();
    await platform.run(10);
    expect(platform.pipeline.status).toBe('ok');
    await platform.run(5);
    expect(platform.pipeline.status).toBe('down');
  });

  it('gives those who suffered time to recover after the cause, and blames them after it', async () => {
    killDatabase();
    await platform.run(30);
    platform.repair('vm', 'agent');
    await platform.run(50);
    expect(platform.causes).toEqual([]);
    expect(platform.stage('aggregator').note).toBe('recovering after vm');
    await platform.run(40);
    expect(platform.causes).toEqual(['aggregator']);
  });

  it('is green again two looks after everything is repaired', async () => {
    killDatabase();
    await platform.run(60);
    platform.repair('vm', 'aggregator', 'agent');
    await platform.run(10);
    expect(platform.pipeline.status).toBe('ok');
  });

  it('tells where to look when two that are well cannot reach each other', async () => {
    platform.fail('aggregator', 'blocked', 'down', 'vm');
    await platform.run(20);
    expect(platform.causes).toEqual(['aggregator']);
    expect(platform.pipeline.cause!.meaning).toContain(
      'vm itself answers gomon: look at the network and the settings between the two.',
    );
  });

  it('writes one event for every transition, and none while nothing changes', async () => {
    platform.store.events.length = 0;
    await platform.run(300);
    expect(platform.store.events).toEqual([]);
    killDatabase();
    await platform.run(120);
    const of = (kind: string) =>
      platform.store.events.filter(event => event.kind === kind);
    expect(of('transition').map(({ title, to }) => [title, to])).toEqual([
      ['agent', 'unknown'],
      ['aggregator', 'degraded'],
      ['vm', 'down'],
    ]);
    expect(of('pipeline')).toMatchObject([
      { title: 'Metrics', from: 'ok', to: 'down', causes: [ref('vm')] },
    ]);
  });

  it('remembers since when, across a restart of the backend', async () => {
    killDatabase();
    await platform.run(30);
    const { since } = platform.pipeline;
    platform.restart();
    await platform.run(600);
    expect(
      platform.store.events.filter(({ to }) => to === 'down'),
    ).toHaveLength(2);
    expect(platform.pipeline.since).toBe(since);
  });

  it('keeps the last answer with its age when a probe fails for good', async () => {
    platform.fails = probe => probe === 'kafka';
    await platform.run(60);
    const { checks, status } = platform.store.snapshot.states.get(
      ref('kafka'),
    )!.health;
    expect(status).toBe('unknown');
    expect(checks.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        'gomon could not look at kafka: the look failed.',
        expect.stringMatching(/^Last seen ok .* ago: kafka: ok\.$/),
      ]),
    );
    expect(platform.stage('vm').status).toBe('ok');
  });

  it('raises no alarm in a day in which one look of a hundred fails, and still finds a fault in it', async () => {
    const random = repeatable(7);
    platform.fails = () => random() < 0.01;
    platform.store.events.length = 0;
    await platform.run(86_400);
    expect(platform.store.events).toEqual([]);
    killDatabase();
    await platform.run(30);
    expect(platform.causes).toEqual(['vm']);
  }, 120_000);
});
