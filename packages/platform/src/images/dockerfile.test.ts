import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@gomon/dev-stack';
import { find } from '../contract/platform';
import { contextOf } from './buildContext';
import { readDockerfile, stagesOf } from './dockerfile';

const images = [
  ['services/agent', 'DaemonSet', 'agent', 'monitoring-agents'],
  ['services/aggregator', 'Deployment', 'aggregator', 'monitoring'],
  ['packages/backend', 'Deployment', 'portal', 'monitoring'],
  ['packages/elasticsearch-setup', 'Job', 'elasticsearch-setup', 'monitoring'],
] as const;

describe.each(images)('the image of %s', (folder, kind, name, namespace) => {
  const text = readFileSync(join(repositoryRoot, folder, 'Dockerfile'), 'utf8');
  const image = readDockerfile(text);
  const pod = find(kind, name, namespace).spec.template.spec;
  const [container] = pod.containers;

  it('is built from one pinned, slim image, the Node that everything runs on', () => {
    const bootstrap = readFileSync(
      join(repositoryRoot, 'scripts/bootstrap/node.mjs'),
      'utf8',
    );
    const version = /VERSION = '([\d.]+)'/.exec(bootstrap)?.[1];
    expect([...new Set(image.bases)]).toEqual([
      `node:${version}-bookworm-slim`,
    ]);
  });

  it('copies what is there, and what its build may see', () => {
    const isSeen = contextOf(repositoryRoot);
    const missing = stagesOf(text)
      .flatMap(({ steps }) => steps)
      .filter(([step, rest]) => step === 'COPY' && !rest.startsWith('--'))
      .flatMap(([, rest]) => rest.split(' ').slice(0, -1))
      .filter(own => own !== '.')
      .map(own => join(repositoryRoot, own))
      .filter(file => !existsSync(file) || !isSeen(file));
    expect(missing).toEqual([]);
  });

  it('hides from its build what is no source', () => {
    const isSeen = contextOf(repositoryRoot);
    const hidden = [
      ...['.git/config', '.gomon/state', 'node_modules/a', '.env'],
      ...['packages/app/dist/index.html', 'app-config.local.yaml'],
    ];
    expect(hidden.filter(own => isSeen(join(repositoryRoot, own)))).toEqual([]);
  });

  it('runs as the user that the manifest demands, and not as root', () => {
    const { runAsUser, runAsGroup } = pod.securityContext;
    expect(image.user).toBe(`${runAsUser}:${runAsGroup}`);
    expect(runAsUser).toBeGreaterThan(0);
  });

  it('listens where the manifest says', () => {
    const ports = (container.ports ?? []).map(
      (port: { containerPort: number }) => port.containerPort,
    );
    expect(image.ports).toEqual(ports);
  });

  it('says whether it is healthy, unless it ends by itself', () => {
    expect(image.healthCheck.join(' ')).toMatch(
      kind === 'Job' ? /^$/ : /health/,
    );
  });

  it('takes the manifest for what it adds to the command, never for another program', () => {
    expect(container.command).toBeUndefined();
    expect(image.entrypoint[0]).toBe('node');
  });
});

describe('readDockerfile', () => {
  it('reads the last stage alone', () => {
    const image = readDockerfile(
      [
        'FROM a:1 AS build',
        'USER root',
        'FROM build AS more',
        'FROM b:2',
        'WORKDIR /app',
        'ENV MODE=a=b',
        'USER 5:6',
        'EXPOSE 1',
        'HEALTHCHECK --retries=2 \\',
        '    CMD ["true"]',
        'ENTRYPOINT ["node", "x"]',
      ].join('\n'),
    );
    expect(image).toEqual({
      bases: ['a:1', 'b:2'],
      workingDirectory: '/app',
      user: '5:6',
      environment: { MODE: 'a=b' },
      ports: [1],
      entrypoint: ['node', 'x'],
      command: [],
      healthCheck: ['true'],
      copies: [],
    });
  });

  it('refuses a stage that would run as root', () => {
    expect(() => readDockerfile('FROM a:1\nWORKDIR /app')).toThrow('no USER');
  });
});
