import { countPods, type ListedPod } from './podCount';

const pod = (
  name: string,
  phase = 'Running',
  namespace = 'monitoring',
): ListedPod => ({
  metadata: {
    name: `${name}-x`,
    namespace,
    labels: { 'app.kubernetes.io/name': name },
  },
  status: { phase },
});

const platform = ['monitoring', 'monitoring-agents'];

describe('countPods', () => {
  it('wants eleven pods on one node and one agent more on each further one', () => {
    expect(countPods([], 1, platform).wanted).toBe(11);
    expect(countPods([], 3, platform).wanted).toBe(13);
  });

  it('counts what the specification has, in the namespaces of the platform, when it runs', () => {
    const pods = [
      pod('agent', 'Running', 'monitoring-agents'),
      pod('kafka'),
      pod('kafka', 'Pending'),
      pod('portal'),
      pod('agent', 'Running', 'default'),
    ];
    expect(countPods(pods, 1, platform)).toMatchObject({
      running: 2,
      waiting: ['monitoring/kafka-x Pending'],
    });
  });

  it('does not wait for jobs that have finished', () => {
    expect(
      countPods([pod('kafka-topics', 'Succeeded')], 1, platform).waiting,
    ).toEqual([]);
  });
});
