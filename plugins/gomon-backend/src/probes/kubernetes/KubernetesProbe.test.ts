import { toTopology } from '../../catalog/toTopology';
import { entity, silentLogger } from '../../testing/fixtures';
import { checkIn } from '../../testing/vendorFake';
import { KubernetesProbe } from './KubernetesProbe';
import { ContainerStatus, EntityObjects, KubernetesObject } from './objects';

const now = new Date('2026-01-01T12:00:00Z');
const annotations = (id: string) => ({
  'backstage.io/kubernetes-id': id,
  'backstage.io/kubernetes-namespace': 'monitoring',
});
const topology = toTopology(
  [
    entity('kafka', 'broker', { annotations: annotations('kafka') }),
    entity('aggregator', 'aggregator', {
      annotations: annotations('aggregator'),
    }),
    entity('filebeat', 'log-shipper', {
      annotations: annotations('aggregator'),
    }),
    entity('elasticsearch', 'search'),
  ],
  'default',
);

const running = (own: Partial<ContainerStatus> = {}): ContainerStatus => ({
  name: 'aggregator',
  image: 'gomon-aggregator:0.1.0',
  ready: true,
  restartCount: 0,
  ...own,
});
const pod = (...containerStatuses: ContainerStatus[]): KubernetesObject => ({
  metadata: { name: 'aggregator-1' },
  status: { phase: 'Running', containerStatuses },
});
const deployment = (replicas: number, readyReplicas: number) => ({
  metadata: { name: 'aggregator' },
  spec: { replicas },
  status: { readyReplicas },
});

const cluster = (
  own: Partial<EntityObjects['items'][number]> & {
    deployments?: KubernetesObject[];
    pods?: KubernetesObject[];
    claims?: KubernetesObject[];
  },
): EntityObjects => ({
  items: [
    {
      cluster: { name: 'gomon' },
      resources: [
        {
          type: 'deployments',
          resources: own.deployments ?? [deployment(1, 1)],
        },
        { type: 'pods', resources: own.pods ?? [pod(running())] },
        { type: 'customresources', resources: own.claims ?? [] },
      ],
      podMetrics: own.podMetrics ?? [],
      errors: own.errors ?? [],
    },
  ],
});

const probeOf = (answer: () => EntityObjects | undefined) =>
  new KubernetesProbe({ read: async () => answer() });

const lookAt = (probe: KubernetesProbe, name: string) =>
  probe.look({
    components: topology.components.filter(({ entityRef }) =>
      entityRef.endsWith(`/${name}`),
    ),
    topology,
    now,
    signal: AbortSignal.timeout(5_000),
    logger: silentLogger,
  });

const check = async (answer: EntityObjects, id: string, name = 'aggregator') =>
  checkIn(
    await lookAt(
      probeOf(() => answer),
      name,
    ),
    `kubernetes.${id}`,
  );

describe('the probe of Kubernetes', () => {
  it('counts the pods that are ready', async () => {
    expect(await check(cluster({}), 'replicas')).toMatchObject({
      status: 'ok',
      value: 1,
      threshold: 1,
    });
  });

  it('names a deployment that was scaled to zero', async () => {
    const answer = cluster({ deployments: [deployment(0, 0)], pods: [] });
    expect(await check(answer, 'replicas')).toMatchObject({
      status: 'down',
      failure: 'own',
      sentence: 'aggregator is scaled to zero.',
    });
  });

  it('names an image that cannot be pulled', async () => {
    const waiting = running({
      ready: false,
      image: 'gomon-aggregator:9',
      state: { waiting: { reason: 'ImagePullBackOff' } },
    });
    const answer = cluster({
      deployments: [deployment(1, 0)],
      pods: [pod(waiting)],
    });
    expect(await check(answer, 'replicas')).toMatchObject({
      status: 'down',
      failure: 'own',
      sentence: expect.stringContaining(
        'its image gomon-aggregator:9 cannot be pulled',
      ),
    });
  });

  it('names a container that was killed for want of memory', async () => {
    const killed = running({
      restartCount: 3,
      lastState: {
        terminated: {
          reason: 'OOMKilled',
          finishedAt: '2026-01-01T11:50:00Z',
        },
      },
    });
    expect(
      await check(cluster({ pods: [pod(killed)] }), 'restarts'),
    ).toMatchObject({
      status: 'degraded',
      failure: 'own',
      sentence: expect.stringContaining('killed for want of memory'),
    });
  });

  it('names the claim that is full, by the last words of the container', async () => {
    const full: KubernetesObject = {
      metadata: { name: 'aggregator-1' },
      spec: {
        volumes: [{}, { persistentVolumeClaim: { claimName: 'queue' } }],
      },
      status: {
        containerStatuses: [
          running({
            ready: false,
            state: { waiting: { reason: 'CrashLoopBackOff' } },
            lastState: {
              terminated: {
                exitCode: 1,
                message: 'write /data/1: No space left on device',
              },
            },
          }),
        ],
      },
    };
    const answer = cluster({ deployments: [deployment(1, 0)], pods: [full] });
    expect(await check(answer, 'replicas')).toMatchObject({
      status: 'down',
      failure: 'own',
      sentence:
        '0 of 1 pod of aggregator ready: container aggregator: it ends again and again, its claim queue is full.',
    });
  });

  it('names what an init container waits for', async () => {
    const blocked: KubernetesObject = {
      metadata: { name: 'aggregator-1' },
      status: {
        initContainerStatuses: [
          running({
            name: 'prepare',
            ready: false,
            state: { waiting: { reason: 'ErrImagePull' } },
          }),
        ],
        containerStatuses: [
          running({
            ready: false,
            state: { waiting: { reason: 'PodInitializing' } },
          }),
        ],
      },
    };
    const answer = cluster({
      deployments: [deployment(1, 0)],
      pods: [blocked],
    });
    expect((await check(answer, 'replicas'))!.sentence).toContain(
      'container prepare: its image',
    );
  });

  it('names an eviction, until another pod has taken its place', async () => {
    const evicted: KubernetesObject = {
      metadata: { name: 'aggregator-1' },
      status: {
        phase: 'Failed',
        reason: 'Evicted',
        message: 'The node was low on resource: ephemeral-storage. ',
      },
    };
    const without = cluster({
      deployments: [deployment(1, 0)],
      pods: [evicted],
    });
    expect((await check(without, 'replicas'))!.sentence).toContain(
      'its node put it out (The node was low on resource: ephemeral-storage)',
    );
    const replaced = cluster({ pods: [evicted, pod(running())] });
    expect(await check(replaced, 'replicas')).toMatchObject({ status: 'ok' });
  });

  it('lets an old restart rest', async () => {
    const old = running({
      restartCount: 1,
      lastState: { terminated: { finishedAt: '2025-12-31T12:00:00Z' } },
    });
    expect(
      await check(cluster({ pods: [pod(old)] }), 'restarts'),
    ).toMatchObject({ status: 'ok' });
  });

  it('does not blame a pod that runs and waits for what comes after it', async () => {
    const answer = cluster({
      deployments: [deployment(1, 0)],
      pods: [pod(running({ ready: false }))],
    });
    expect(await check(answer, 'replicas')).toMatchObject({
      status: 'degraded',
      failure: 'blocked',
      hindersFlow: false,
    });
  });

  it('does not blame a sidecar for the container beside it', async () => {
    const both = pod(
      running({ ready: false }),
      running({ name: 'filebeat', ready: true }),
    );
    const answer = cluster({ deployments: [deployment(1, 0)], pods: [both] });
    expect(await check(answer, 'replicas', 'filebeat')).toMatchObject({
      status: 'ok',
    });
  });

  it('names a pod that no node takes', async () => {
    const pending: KubernetesObject = {
      metadata: { name: 'aggregator-1' },
      status: {
        phase: 'Pending',
        conditions: [
          {
            type: 'PodScheduled',
            status: 'False',
            message: '0/2 nodes are available: 2 Insufficient memory.',
          },
        ],
      },
    };
    const answer = cluster({
      deployments: [deployment(1, 0)],
      pods: [pending],
    });
    expect((await check(answer, 'replicas'))!.sentence).toContain(
      'no node takes it (0/2 nodes are available: 2 Insufficient memory)',
    );
  });

  it('names a claim without a volume', async () => {
    const claims = [
      { metadata: { name: 'kafka-data-kafka-0' }, status: { phase: 'Bound' } },
      {
        metadata: { name: 'kafka-data-kafka-1' },
        status: { phase: 'Pending' },
      },
    ];
    expect(await check(cluster({ claims }), 'claims')).toMatchObject({
      status: 'down',
      sentence: 'No volume for kafka-data-kafka-1 (Pending).',
    });
  });

  it('holds memory and CPU against their limits where the cluster measures them', async () => {
    const podMetrics = [
      {
        pod: {},
        containers: [
          {
            container: 'aggregator',
            cpuUsage: { currentUsage: 0.1, limitTotal: '0.2' },
            memoryUsage: { currentUsage: '500000000', limitTotal: '536870912' },
          },
        ],
      },
    ];
    expect(await check(cluster({ podMetrics }), 'memory')).toMatchObject({
      status: 'degraded',
      unit: 'percent',
      sentence:
        'Container aggregator of aggregator uses 477 MiB of its 512 MiB. At the limit it is killed.',
    });
    expect(await check(cluster({ podMetrics }), 'cpu')).toMatchObject({
      status: 'ok',
      value: 50,
      sentence:
        'Container aggregator of aggregator uses 100m CPU of its 200m CPU.',
    });
  });

  it('shows the rest of a cluster that refuses one kind', async () => {
    const errors = [
      {
        errorType: 'UNAUTHORIZED_ERROR',
        statusCode: 403,
        resourcePath: '/api/v1/namespaces/monitoring/persistentvolumeclaims',
      },
    ];
    const answer = cluster({ errors });
    expect(await check(answer, 'replicas')).toMatchObject({ status: 'ok' });
    expect(await check(answer, 'access')).toMatchObject({
      status: 'unauthorised',
      sentence: expect.stringContaining('persistentvolumeclaims'),
    });
  });

  it('does not miss a metrics server where there is none', async () => {
    const errors = [
      {
        errorType: 'NOT_FOUND',
        statusCode: 404,
        resourcePath: '/apis/metrics.k8s.io/v1beta1/namespaces/monitoring/pods',
      },
    ];
    expect(await check(cluster({ errors }), 'access')).toBeUndefined();
  });

  it('does not call a component down because its cluster cannot be reached', async () => {
    const answer = cluster({
      deployments: [],
      pods: [],
      errors: [{ errorType: 'FETCH_ERROR' }],
    });
    expect(await check(answer, 'access')).toMatchObject({
      status: 'unknown',
      failure: 'unseen',
    });
    expect(await check(answer, 'replicas')).toBeUndefined();
  });

  it('notices when what was there is gone', async () => {
    let answer: EntityObjects = cluster({});
    const probe = probeOf(() => answer);
    await lookAt(probe, 'aggregator');
    answer = { items: [] };
    expect(
      checkIn(await lookAt(probe, 'aggregator'), 'kubernetes.replicas'),
    ).toMatchObject({ status: 'down' });
  });

  it('says nothing where a portal has no Kubernetes', async () => {
    const report = await lookAt(
      probeOf(() => undefined),
      'aggregator',
    );
    expect(report.components[0].checks).toEqual([]);
  });

  it('leaves alone what the catalog does not place in Kubernetes', async () => {
    const report = await lookAt(
      probeOf(() => cluster({})),
      'elasticsearch',
    );
    expect(report.components).toEqual([]);
  });
});
