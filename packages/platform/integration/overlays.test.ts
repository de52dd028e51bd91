import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '@gomon/dev-stack';
import { canBuildOverlays, buildOverlay } from '../src/manifests/kustomize';
import { nameOf, type KubernetesObject } from '../src/manifests/object';
import { referencesOf } from '../src/manifests/references';
import { schemaErrors } from '../src/schema/validate';

const k8s = join(repositoryRoot, 'k8s');
const overlays = ['local', 'production', 'logstash-host-network'];

// kubectl, kustomize or Go: whoever has none of them deploys nothing from here either.
const withKustomize = canBuildOverlays() ? describe : describe.skip;

withKustomize.each(overlays)('the overlay %s', overlay => {
  let objects: KubernetesObject[];
  const ofKind = (...kinds: string[]) =>
    objects.filter(({ kind }) => kinds.includes(kind));
  const find = (kind: string, name: string) =>
    ofKind(kind).find(({ metadata }) => metadata.name === name)!;
  const references = (kind: string) =>
    ofKind('Deployment', 'StatefulSet', 'DaemonSet', 'Job')
      .flatMap(owner =>
        referencesOf(owner).map(own => ({
          ...own,
          namespace: owner.metadata.namespace,
        })),
      )
      .filter(own => own.kind === kind);

  beforeAll(async () => {
    objects = await buildOverlay(join(k8s, 'overlays', overlay));
  });

  it('is valid by the schema, with every object once', () => {
    const wrong = objects.flatMap(object =>
      schemaErrors(object).map(error => `${nameOf(object)}: ${error}`),
    );
    expect(wrong).toEqual([]);
    expect(new Set(objects.map(nameOf)).size).toBe(objects.length);
  });

  it('has every configuration that its pods mount', () => {
    const missing = references('ConfigMap').filter(
      ({ name, namespace, keys }) => {
        const map = ofKind('ConfigMap').find(
          ({ metadata }) =>
            metadata.name === name && metadata.namespace === namespace,
        );
        return !map || keys.some(key => !(key in map.data));
      },
    );
    expect(missing).toEqual([]);
  });

  it('mounts no secret that create-secrets.sh does not make', () => {
    const script = readFileSync(join(k8s, 'create-secrets.sh'), 'utf8');
    const made = new Map(
      [...script.matchAll(/^secret (\S+) (.*)$/gm)].map(
        ([, name, rest]) => [name, ` ${rest}`] as const,
      ),
    );
    const missing = references('Secret').filter(
      ({ name, keys }) =>
        !made.has(name) ||
        keys.some(key => !made.get(name)!.includes(` ${key} `)),
    );
    expect(missing).toEqual([]);
    expect(references('Secret').length).toBeGreaterThan(5);
  });

  it('lets pods reach Elasticsearch where the Service leads', () => {
    const [endpoint] = find(
      'EndpointSlice',
      'elasticsearch-external',
    ).endpoints;
    const blocks = ofKind('NetworkPolicy')
      .flatMap(({ spec }) => spec.egress ?? [])
      .filter(({ ports }) =>
        ports.some((own: { port: number }) => own.port === 9200),
      )
      .flatMap(({ to }) =>
        to.map((peer: KubernetesObject) => peer.ipBlock.cidr),
      );
    expect(blocks.length).toBeGreaterThan(2);
    expect(new Set(blocks)).toEqual(new Set([`${endpoint.addresses[0]}/32`]));
  });
});

withKustomize('overlays', () => {
  it('of production keep three copies on three machines and take guests nowhere', async () => {
    const objects = await buildOverlay(join(k8s, 'overlays/production'));
    const text = JSON.stringify(objects);
    expect(text).toContain('"requiredDuringSchedulingIgnoredDuringExecution"');
    expect(text).not.toContain('guest');
    const ingresses = objects.filter(({ kind }) => kind === 'Ingress');
    ingresses.forEach(({ spec }) =>
      expect(spec.tls.flatMap((own: { hosts: string[] }) => own.hosts)).toEqual(
        spec.rules.map((rule: { host: string }) => rule.host),
      ),
    );
  });

  it('copy an address of Elasticsearch that was changed into the policies', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'gomon-overlay-'));
    await cp(k8s, copy, { recursive: true });
    const component = join(
      copy,
      'overlays/production/elasticsearch/kustomization.yaml',
    );
    const text = await readFile(component, 'utf8');
    await writeFile(component, text.replace('192.168.0.45', '10.1.2.3'));
    const built = await buildOverlay(join(copy, 'overlays/production'));
    await rm(copy, { recursive: true });
    expect(JSON.stringify(built)).toContain('10.1.2.3/32');
    expect(JSON.stringify(built)).not.toContain('192.168.0.45');
  });
});
