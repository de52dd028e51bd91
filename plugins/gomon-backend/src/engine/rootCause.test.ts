import { Check, FailureKind, Status } from '@gomon/plugin-gomon-common';
import { Failure, rootCause } from './rootCause';

/** agent -> kafka -> aggregator -> vm -> grafana; aggregator -> filebeat -> logstash. */
const chain = ['agent', 'kafka', 'aggregator', 'vm', 'grafana'];
const topology = {
  flows: [
    ...chain.slice(1).map((to, index) => ({ from: chain[index], to })),
    { from: 'aggregator', to: 'filebeat' },
    { from: 'filebeat', to: 'logstash' },
  ],
  dependencies: [{ from: 'logstash', to: 'disk' }],
};

function failing(
  entityRef: string,
  failure: FailureKind,
  options: Partial<Check> &
    Pick<Failure, 'tentative' | 'lately' | 'blamed'> = {},
): Failure {
  const { tentative, lately, blamed, ...check } = options;
  return {
    entityRef,
    tentative,
    lately,
    blamed,
    check: {
      id: `${entityRef}.${failure}`,
      title: '',
      status: 'down' as Status,
      failure,
      sentence: '',
      observedAt: '',
      links: [],
      ...check,
    },
  };
}

/** Causes of everything that fails, by component. */
function causes(...failures: Failure[]): Record<string, string[]> {
  const found = rootCause(topology, failures);
  return Object.fromEntries(
    found.map(({ entityRef, causes: by }) => [entityRef, by]),
  );
}

describe('rootCause', () => {
  it.each<[string, Failure[], Record<string, string[]>]>([
    ['nothing fails', [], {}],
    [
      'a failure of its own is its own cause',
      [failing('vm', 'own')],
      { vm: ['vm'] },
    ],
    [
      'an alert repeats what fails in its own component, or beside it',
      [
        failing('kafka', 'own'),
        failing('kafka', 'reported', { id: 'alerts.firing' }),
        failing('agent', 'reported', { status: 'degraded' }),
        failing('vm', 'reported', { status: 'degraded' }),
      ],
      { kafka: ['kafka'], agent: ['kafka'], vm: ['kafka'] },
    ],
    [
      'an alert alone makes nobody a cause, and explains nothing',
      [
        failing('kafka', 'reported', { status: 'degraded' }),
        failing('aggregator', 'starved'),
      ],
      { kafka: ['aggregator'], aggregator: ['aggregator'] },
    ],
    [
      'an alert that lingers blames nobody',
      [failing('kafka', 'reported')],
      { kafka: [] },
    ],
    [
      'the database is killed: backpressure blocks the aggregator, the agents are not seen',
      [
        failing('vm', 'own'),
        failing('aggregator', 'blocked', { explainedBy: 'vm' }),
        failing('agent', 'unseen', { explainedBy: 'vm', status: 'unknown' }),
      ],
      { vm: ['vm'], aggregator: ['vm'], agent: ['vm'] },
    ],
    [
      'the aggregator is killed: agents cannot hand on, the database starves',
      [
        failing('agent', 'blocked'),
        failing('aggregator', 'own'),
        failing('vm', 'starved'),
      ],
      { agent: ['aggregator'], aggregator: ['aggregator'], vm: ['aggregator'] },
    ],
    [
      'the broker is gone: everybody after it starves, agents are blocked',
      [
        failing('agent', 'blocked'),
        failing('kafka', 'own'),
        failing('aggregator', 'starved', { explainedBy: 'kafka' }),
        failing('vm', 'starved'),
      ],
      {
        agent: ['kafka'],
        kafka: ['kafka'],
        aggregator: ['kafka'],
        vm: ['kafka'],
      },
    ],
    [
      'agents are silent and nothing downstream fails by itself: they are the cause',
      [failing('agent', 'blocked'), failing('vm', 'starved')],
      { agent: ['agent'], vm: ['agent'] },
    ],
    [
      'the aggregator cannot reach a database that is well: it is the cause',
      [
        failing('agent', 'blocked'),
        failing('aggregator', 'blocked', { explainedBy: 'vm' }),
      ],
      { agent: ['aggregator'], aggregator: ['aggregator'] },
    ],
    [
      'the aggregator cannot reach a broker that is well: starvation spreads from it',
      [
        failing('aggregator', 'starved', { explainedBy: 'kafka' }),
        failing('vm', 'starved'),
      ],
      { aggregator: ['aggregator'], vm: ['aggregator'] },
    ],
    [
      'a full disk that degrades explains nobody else',
      [
        failing('vm', 'own', { status: 'degraded' }),
        failing('agent', 'blocked'),
      ],
      { vm: ['vm'], agent: ['agent'] },
    ],
    [
      'a slow database that hinders the flow explains the aggregator',
      [
        failing('vm', 'own', { status: 'degraded', hindersFlow: true }),
        failing('aggregator', 'blocked'),
      ],
      { vm: ['vm'], aggregator: ['vm'] },
    ],
    [
      'two failures at once are both named, and who suffers from both names both',
      [
        failing('kafka', 'own'),
        failing('vm', 'own'),
        failing('agent', 'blocked'),
        failing('aggregator', 'starved', { explainedBy: 'kafka' }),
      ],
      {
        kafka: ['kafka'],
        vm: ['vm'],
        agent: ['kafka', 'vm'],
        aggregator: ['kafka'],
      },
    ],
    [
      'a side branch starves when the aggregator is blocked elsewhere',
      [
        failing('vm', 'own'),
        failing('aggregator', 'blocked', { explainedBy: 'vm' }),
        failing('filebeat', 'starved'),
        failing('logstash', 'starved'),
      ],
      { vm: ['vm'], aggregator: ['vm'], filebeat: ['vm'], logstash: ['vm'] },
    ],
    [
      'what a component depends on can hold it up without any flow between them',
      [failing('disk', 'own'), failing('logstash', 'blocked')],
      { disk: ['disk'], logstash: ['disk'] },
    ],
    [
      'a failure downstream does not explain starvation',
      [failing('grafana', 'own'), failing('vm', 'starved')],
      { grafana: ['grafana'], vm: ['vm'] },
    ],
    [
      'a failure upstream does not explain a blockade',
      [failing('agent', 'own'), failing('aggregator', 'blocked')],
      { agent: ['agent'], aggregator: ['aggregator'] },
    ],
    [
      'what is only not seen is never a cause',
      [failing('agent', 'unseen', { explainedBy: 'vm', status: 'unknown' })],
      { agent: [] },
    ],
    [
      'two that could only explain each other are both named',
      [
        failing('kafka', 'blocked', { explainedBy: 'aggregator' }),
        failing('aggregator', 'starved', { explainedBy: 'kafka' }),
      ],
      { kafka: ['kafka'], aggregator: ['aggregator'] },
    ],
    [
      'while it recovers after a cause that is gone, nobody new is blamed',
      [
        failing('aggregator', 'blocked', { lately: ['vm'] }),
        failing('agent', 'blocked'),
      ],
      { aggregator: ['vm'], agent: ['vm'] },
    ],
    [
      'a tentative failure explains a new one',
      [
        failing('vm', 'own', { tentative: true }),
        failing('aggregator', 'blocked'),
      ],
      { aggregator: ['vm'] },
    ],
    [
      'a tentative failure takes no blame from who has it already',
      [
        failing('vm', 'own', { tentative: true }),
        failing('aggregator', 'blocked', { blamed: true }),
      ],
      { aggregator: ['aggregator'] },
    ],
    [
      'a failed look alone explains nobody',
      [
        failing('vm', 'own', { tentative: true, status: 'unknown' }),
        failing('aggregator', 'blocked'),
      ],
      { aggregator: ['aggregator'] },
    ],
  ])('%s', (_, failures, expected) => {
    expect(causes(...failures)).toEqual(expected);
  });

  it('names the neighbour through which the cause reaches it', () => {
    const found = rootCause(topology, [
      failing('vm', 'own'),
      failing('aggregator', 'blocked'),
      failing('agent', 'blocked'),
    ]);
    expect(found.find(({ entityRef }) => entityRef === 'agent')).toMatchObject({
      causes: ['vm'],
      through: 'aggregator',
    });
  });

  it('marks what is still recovering', () => {
    const [found] = rootCause(topology, [
      failing('aggregator', 'blocked', { lately: ['vm'] }),
    ]);
    expect(found).toMatchObject({ recovering: true, through: 'vm' });
  });

  it('ends on flows that go in a circle', () => {
    const circle = {
      flows: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
      dependencies: [],
    };
    const found = rootCause(circle, [
      failing('a', 'blocked'),
      failing('b', 'blocked'),
    ]);
    expect(found.map(({ causes: by }) => by)).toEqual([['a'], ['b']]);
  });
});
