import { nameOf } from '../manifests/object';
import { quantity } from '../manifests/quantity';
import { find, podOwners, workloads } from './platform';

const pods = podOwners.map(
  object => [nameOf(object), object, object.spec.template.spec] as const,
);
const containers = pods.flatMap(([owner, , pod]) =>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  pod.containers.map((own: any) => [`${owner} ${own.name}`, own]),
);

describe('containers', () => {
  it.each(containers)('may do nothing but their work: %s', (_, container) => {
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  // By them the portal names a claim that is full, and whoever looks sees more than an exit code.
  it.each(containers)('leave their last words: %s', (_, container) => {
    expect(container.terminationMessagePolicy).toBe('FallbackToLogsOnError');
  });

  it.each(containers)('have a pinned image: %s', (_, { image }) => {
    expect(image).toMatch(/:v?\d+\.\d+/);
  });

  it.each(containers)(
    'name what they need and what they may take: %s',
    (_, { resources: { requests, limits } }) => {
      for (const name of ['cpu', 'memory', 'ephemeral-storage']) {
        expect(quantity(requests[name])).toBeGreaterThan(0);
        expect(quantity(limits[name])).toBeGreaterThanOrEqual(
          quantity(requests[name]),
        );
      }
    },
  );

  it.each(containers.filter(([name]) => !name.startsWith('Job ')))(
    'are asked whether they have started, are ready, and live: %s',
    (_, { startupProbe, readinessProbe, livenessProbe }) => {
      expect(startupProbe).toBeDefined();
      expect(readinessProbe).toBeDefined();
      expect(livenessProbe).toBeDefined();
      // What makes a pod not ready must not restart it as well.
      expect(livenessProbe).not.toEqual(readinessProbe);
    },
  );
});

describe('pods', () => {
  it.each(pods)('run as somebody, apart from the host: %s', (_, __, pod) => {
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: expect.any(Number),
      seccompProfile: { type: 'RuntimeDefault' },
    });
    const { hostPID, hostNetwork, hostIPC } = pod;
    expect({ hostPID, hostNetwork, hostIPC }).toEqual({});
  });

  it.each(pods)('have an account of their own: %s', (_, { metadata }, pod) => {
    const account = pod.serviceAccountName;
    expect(account).toBe(metadata.name);
    expect(
      find('ServiceAccount', account, metadata.namespace)
        .automountServiceAccountToken,
    ).toBe(false);
  });

  it('do not get a token, but for the portal, which reads the cluster', () => {
    const withToken = pods
      .filter(([, , pod]) => pod.automountServiceAccountToken !== false)
      .map(([name]) => name);
    expect(withToken).toEqual(['Deployment monitoring/portal']);
  });

  it('read the host in the namespace of the agents alone, and write nothing there', () => {
    const withHost = pods.filter(([, , pod]) =>
      pod.volumes?.some((volume: object) => 'hostPath' in volume),
    );
    expect(withHost.map(([name]) => name)).toEqual([
      'DaemonSet monitoring-agents/agent',
    ]);
    expect(withHost[0][2].containers[0].volumeMounts).toContainEqual({
      name: 'host',
      mountPath: '/host',
      readOnly: true,
      mountPropagation: 'HostToContainer',
    });
  });

  it('of the aggregator may finish a flush and the durability window', () => {
    const pod = find('Deployment', 'aggregator').spec.template.spec;
    const setting = (name: string) =>
      Number(
        pod.containers[0].env.find((own: { name: string }) => own.name === name)
          .value,
      );
    const limitMs = setting('SHUTDOWN_TIMEOUT_MS');
    expect(limitMs).toBeGreaterThan(setting('DURABILITY_WINDOW_MS') + 15_000);
    expect(pod.terminationGracePeriodSeconds * 1_000).toBeGreaterThan(limitMs);
  });

  it.each(['requests', 'limits'])('fit the quota together: %s', side => {
    const { hard } = find('ResourceQuota', 'monitoring').spec;
    for (const resource of ['cpu', 'memory']) {
      const sum = pods
        .filter(([, { metadata }]) => metadata.namespace === 'monitoring')
        .flatMap(([, { metadata, spec }, pod]) => {
          // Two replicas in production, and one more while it is renewed.
          const copies = metadata.name === 'portal' ? 3 : spec.replicas ?? 1;
          return pod.containers.map(
            // eslint-disable-next-line @typescript-eslint/no-explicit-any
            (own: any) => quantity(own.resources[side][resource]) * copies,
          );
        })
        .reduce((left, right) => left + right);
      expect(quantity(hard[`${side}.${resource}`])).toBeGreaterThanOrEqual(sum);
    }
  });

  it('that carry samples are evicted last', () => {
    const first = workloads
      .filter(({ spec }) => spec.template.spec.priorityClassName)
      .map(({ metadata }) => metadata.name);
    expect(first.sort()).toEqual([
      'agent',
      'aggregator',
      'kafka',
      'victoria-metrics',
    ]);
  });
});
