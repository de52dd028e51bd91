import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  createKafka,
  createService,
  createVictoriaMetrics,
  freePort,
  type GuardedProcess,
  type KafkaCluster,
  repositoryRoot,
  spawnGuarded,
  type VictoriaMetrics,
  waitUntil,
} from '@gomon/dev-stack';
import { find } from '../src/contract/platform';
import { readDockerfile } from '../src/images/dockerfile';
import { canConfine, confined } from './likeAContainer';

const exec = promisify(execFile);

/** Of an orderly end with nothing on its way; the aggregator's group still waits for a member that was killed before. */
const END_WITHIN_MS = 12_000;

interface EnvEntry {
  name: string;
  value?: string;
}

// Below the repository, because a confined process sees a /tmp of its own.
let dir: string;
let kafka: KafkaCluster;
let database: VictoriaMetrics;
const started: GuardedProcess[] = [];

beforeAll(async () => {
  const parent = join(repositoryRoot, '.gomon', 'cache');
  await mkdir(parent, { recursive: true });
  dir = await mkdtemp(join(parent, 'images-'));
  // The user of the image is not the one who runs the tests.
  await chmod(dir, 0o755);
  kafka = await createKafka({ dir });
  database = await createVictoriaMetrics({ dir });
  await Promise.all([kafka.start(), database.start()]);
});

afterAll(async () => {
  started.forEach(child => child.signal('SIGKILL'));
  await kafka?.kill();
  await database?.kill();
  await rm(dir, { recursive: true, force: true });
});

// What stands in an image can be looked at here; to be confined as in a pod takes root on Linux.
describe.each([
  ['agent', 'DaemonSet', 'monitoring-agents'],
  ['aggregator', 'Deployment', 'monitoring'],
] as const)('the image of the %s', (name, kind, namespace) => {
  const image = readDockerfile(
    readFileSync(join(repositoryRoot, 'services', name, 'Dockerfile'), 'utf8'),
  );
  const pod = find(kind, name, namespace).spec.template.spec;
  const [container] = pod.containers;
  let app: string;
  let child: GuardedProcess;
  let base: string;
  let env: NodeJS.ProcessEnv;
  let ended = false;

  beforeAll(async () => {
    app = join(dir, name);
    await mkdir(app, { recursive: true });
    await build(name);
    // Nothing but what the last stage copies: no node_modules beside it.
    for (const file of ['main.cjs', 'main.cjs.map']) {
      await cp(
        join(repositoryRoot, 'services', name, 'dist', file),
        join(app, file),
      );
    }
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    const hostRoot = join(app, 'host');
    env = {
      PATH: process.env.PATH,
      ...image.environment,
      ...Object.fromEntries(
        container.env.map((entry: EnvEntry) => [entry.name, entry.value]),
      ),
      // What differs from the cluster: addresses, and where the host is mounted.
      ...(name === 'agent' && {
        NODE_NAME: 'node-1',
        COLLECT_INTERVAL_MS: '500',
        HOST_ROOT: canConfine ? hostRoot : undefined,
      }),
      ...(name === 'aggregator' && {
        VICTORIA_METRICS_URL: `${database.url}/api/v1/import`,
        LOG_FILE: canConfine ? undefined : join(app, 'aggregator.log'),
      }),
      KAFKA_BROKERS: kafka.brokers,
      METRICS_PORT: String(port),
    };
    const [file, ...args] = [...image.entrypoint, ...image.command];
    const command = {
      file: file === 'node' ? process.execPath : file,
      args,
      env,
      cwd: app,
    };
    child = spawnGuarded(
      canConfine
        ? confined(command, {
            dir: app,
            user: image.user,
            writable: emptyVolumes(pod, container),
            hostRoot: name === 'agent' ? hostRoot : undefined,
          })
        : command,
    );
    started.push(child);
    void child.exited.then(() => {
      ended = true;
    });
    child.stdout.resume();
    child.stderr.pipe(process.stderr);
  });

  it('takes the bundle and nothing else', () => {
    expect(image.copies).toEqual([
      `--from=build /src/services/${name}/dist/main.cjs /src/services/${name}/dist/main.cjs.map ./`,
    ]);
  });

  it.each(['startupProbe', 'livenessProbe', 'readinessProbe'])(
    'answers its %s',
    async probe => {
      const { path } = container[probe].httpGet;
      const answered = await waitUntil(
        async () => (await fetch(base + path)).status === 200,
        { withinMs: 60_000, until: () => ended },
      );
      expect(answered).toBe(true);
    },
  );

  it('is healthy by its own health check', async () => {
    const [, ...args] = image.healthCheck;
    await exec(process.execPath, args, { env });
    const nobody = { ...env, METRICS_PORT: String(await freePort()) };
    await expect(
      exec(process.execPath, args, { env: nobody }),
    ).rejects.toMatchObject({ code: 1 });
  });

  it('ends in order when it is told to', async () => {
    const began = performance.now();
    child.signal('SIGTERM');
    expect(await child.exited).toEqual({ code: 0, signal: null });
    expect(performance.now() - began).toBeLessThan(END_WITHIN_MS);
    expect(END_WITHIN_MS).toBeLessThan(
      pod.terminationGracePeriodSeconds * 1_000,
    );
  });
});

/** Builds by the package's own script, as the image does. */
async function build(name: 'agent' | 'aggregator'): Promise<void> {
  const service = createService({
    name,
    dir,
    env: {
      METRICS_PORT: String(await freePort()),
      METRICS_HOST: '127.0.0.1',
      KAFKA_BROKERS: kafka.brokers,
      VICTORIA_METRICS_URL: database.url,
      LOG_FILE: join(dir, `${name}-build.log`),
    },
  });
  await service.start();
  await service.kill();
}

function emptyVolumes(
  pod: { volumes: { name: string; emptyDir?: object }[] },
  container: { volumeMounts: { name: string; mountPath: string }[] },
): string[] {
  const empty = pod.volumes.filter(({ emptyDir }) => emptyDir);
  return container.volumeMounts
    .filter(mount => empty.some(({ name }) => name === mount.name))
    .map(({ mountPath }) => mountPath);
}
