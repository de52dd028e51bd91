import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubernetesObject } from '../manifests/object';
import { podPart } from './podPart';

const limits = { memory: '128Mi', cpu: '100m' };

function deployment(container: object, pod: object = {}): KubernetesObject {
  const first = { name: 'main', env: [], resources: { limits }, ...container };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'agent', namespace: 'monitoring' },
    spec: { template: { spec: { containers: [first], ...pod } } },
  };
}

describe('podPart', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'gomon-pod-'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('gives values as they stand, and each Secret a word of its own', () => {
    const secret = (key: string, optional?: boolean) => ({
      secretKeyRef: { name: 'portal', key, optional },
    });
    const env = [
      { name: 'TOPIC', value: 'metrics-v4' },
      { name: 'EMPTY', value: '' },
      { name: 'TOKEN', valueFrom: secret('token') },
      { name: 'PASSWORD', valueFrom: secret('password') },
      { name: 'MAYBE', valueFrom: secret('maybe', true) },
      { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    ];
    const part = podPart(deployment({ env, args: ['--check'] }), [], dir);
    const { PASSWORD, TOKEN, ...rest } = part.env;
    expect(rest).toEqual({ TOPIC: 'metrics-v4', EMPTY: '' });
    expect(TOKEN).toMatch(/^[\w-]{32}$/);
    expect(PASSWORD).not.toBe(TOKEN);
    expect(part).toMatchObject({ args: ['--check'], limits });
  });

  it('lays ConfigMaps into folders and leaves empty volumes writable', () => {
    const owner = deployment(
      {
        volumeMounts: [
          { name: 'tmp', mountPath: '/tmp' },
          { name: 'rules', mountPath: '/etc/rules' },
          { name: 'disk', mountPath: '/data' },
        ],
      },
      {
        volumes: [
          { name: 'tmp', emptyDir: {} },
          { name: 'rules', configMap: { name: 'alert-rules' } },
          { name: 'disk', persistentVolumeClaim: { claimName: 'disk' } },
        ],
      },
    );
    const rules: KubernetesObject = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'alert-rules' },
      data: { 'rules.yaml': 'groups: []\n' },
    };
    const part = podPart(owner, [rules], dir);
    expect(part.writable).toEqual(['/tmp']);
    expect(part.mounts).toEqual({ '/etc/rules': join(dir, 'rules') });
    expect(readFileSync(join(dir, 'rules', 'rules.yaml'), 'utf8')).toBe(
      'groups: []\n',
    );
  });

  it('tells the paths of the probes, and how long start and end may take', () => {
    const httpGet = (path: string) => ({ httpGet: { path, port: 'http' } });
    const owner = deployment(
      {
        startupProbe: {
          ...httpGet('/health'),
          periodSeconds: 2,
          failureThreshold: 30,
        },
        readinessProbe: httpGet('/ready'),
      },
      { terminationGracePeriodSeconds: 45 },
    );
    expect(podPart(owner, [], dir)).toMatchObject({
      probes: { startupProbe: '/health', readinessProbe: '/ready' },
      startWithinMs: 60_000,
      endWithinMs: 45_000,
    });
  });

  it("has Kubernetes' own time to end where none is given", () => {
    expect(podPart(deployment({}), [], dir)).toMatchObject({
      probes: {},
      startWithinMs: 0,
      endWithinMs: 30_000,
    });
  });
});
