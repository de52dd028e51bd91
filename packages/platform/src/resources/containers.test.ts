import { runningContainers } from './containers';

const limits = { memory: '512Mi', cpu: '200m' };
const manifest = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'aggregator', namespace: 'monitoring' },
  spec: {
    template: {
      spec: { containers: [{ name: 'aggregator', resources: { limits } }] },
    },
  },
};
const pod = (phase: string, namespace = 'monitoring') => ({
  metadata: {
    name: 'aggregator-1',
    namespace,
    labels: { 'app.kubernetes.io/name': 'aggregator' },
  },
  spec: { containers: [{ name: 'aggregator' }, { name: 'debugger' }] },
  status: { phase },
});

describe('runningContainers', () => {
  it('finds the containers of the manifests in the pods that run', () => {
    expect(runningContainers([pod('Running')], [manifest])).toEqual([
      {
        namespace: 'monitoring',
        pod: 'aggregator-1',
        container: 'aggregator',
        limits,
      },
    ]);
  });

  it('leaves out what does not run and what is not of the platform', () => {
    const others = [pod('Pending'), pod('Running', 'default')];
    expect(runningContainers(others, [manifest])).toEqual([]);
  });
});
