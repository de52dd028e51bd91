import { stackRunbook } from './stackRunbook';

const commands = (stage: string) =>
  stackRunbook({
    entityRef: 'resource:default/one',
    title: 'One',
    stage,
    environment: 'default',
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: { name: 'one' },
    },
  }).map(({ command }) => command);

describe('the commands of a component of the development stack', () => {
  it.each([
    ['agent', 'agent'],
    ['broker', 'kafka'],
    ['aggregator', 'aggregator'],
    ['tsdb', 'victoria-metrics'],
    ['log-shipper', 'log-shipper'],
    ['log-processor', 'log-shipper'],
    ['search', 'elasticsearch'],
    ['code-quality', 'sonarqube'],
    ['database', 'postgres'],
  ])('name the process of a %s, and its log', (stage, name) => {
    expect(commands(stage)).toEqual([
      `yarn stack start ${name}`,
      'yarn stack status',
      `tail -n 200 .gomon/logs/${name}.log`,
    ]);
  });

  it('are none where the stack runs nothing of the kind', () => {
    expect(commands('dashboard')).toEqual([]);
  });
});
