import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createPostgres,
  findPostgresPrograms,
  freePort,
  type Postgres,
  run,
  waitUntil,
} from '@gomon/dev-stack';
import {
  type BuiltImage,
  buildOverlay,
  type PodPart,
  podPart,
} from '@gomon/platform';
import type { Findings } from '../findings';
import { verifyFirstPage } from './verifyFirstPage';
import { RunningImage } from './runningImage';
import { workload } from './workload';

/** The portal on a real PostgreSQL: as in production, where nobody may enter yet, and then as on one's own machine. */
export async function verifyPortal(
  image: BuiltImage,
  overlays: string,
  dir: string,
  findings: Findings,
): Promise<void> {
  let postgres: Postgres | undefined;
  for (const overlay of ['production', 'local']) {
    const own = join(dir, `portal-${overlay}`);
    await mkdir(own, { recursive: true });
    const objects = await buildOverlay(join(overlays, overlay));
    const pod = podPart(workload(objects, 'portal'), objects, own);
    const port = await freePort();
    if (!postgres) {
      postgres = await createPostgres({
        dir: own,
        user: pod.env.POSTGRES_USER,
        password: pod.env.POSTGRES_PASSWORD,
      });
      await postgres.start();
    }
    const running = new RunningImage(
      `portal, ${overlay}`,
      image,
      { ...pod, env: { ...pod.env, ...elsewhere(postgres, port) } },
      own,
      port,
    );
    try {
      await running.verifyHealth(findings);
      await verifyLogin(running, overlay === 'local', findings);
      await verifySecrecy(running, pod, findings);
      if (overlay === 'local') await verifyFirstPage(running, findings);
      await verifyDatabases(running.name, postgres, findings);
      await running.verifyEnd(findings);
    } finally {
      await running.remove();
    }
  }
  await postgres?.stop();
}

/** What differs from the cluster: the address of the database, and a port that is free here. */
function elsewhere(postgres: Postgres, port: number): Record<string, string> {
  return {
    POSTGRES_HOST: postgres.env.PGHOST,
    POSTGRES_PORT: postgres.env.PGPORT,
    POSTGRES_PASSWORD: postgres.env.PGPASSWORD,
    APP_CONFIG_backend_listen: `127.0.0.1:${port}`,
  };
}

async function verifyLogin(
  portal: RunningImage,
  guestsMay: boolean,
  findings: Findings,
): Promise<void> {
  const { name } = portal;
  const stranger = await portal.get('/api/gomon/pipelines');
  findings.holds(
    `${name}: the API, asked without a sign-in`,
    'HTTP 401',
    `HTTP ${stranger.status}`,
    stranger.status === 401,
  );
  const session = await portal.get('/api/auth/guest/refresh');
  findings.holds(
    `${name}: a guest who wants to sign in`,
    guestsMay ? 'HTTP 200' : 'refused',
    `HTTP ${session.status}`,
    session.ok === guestsMay,
  );
  if (!session.ok) return;
  const { backstageIdentity } = (await session.json()) as {
    backstageIdentity: { token: string };
  };
  let pipelines: string[] = [];
  // The catalog is read and everything looked at once before there are any.
  await waitUntil(
    async () => {
      const answer = await portal.get(
        '/api/gomon/pipelines',
        backstageIdentity.token,
      );
      const { items } = (await answer.json()) as { items: { name: string }[] };
      pipelines = items.map(own => own.name).sort((a, b) => a.localeCompare(b));
      return pipelines.length === 3;
    },
    { withinMs: 180_000, everyMs: 1_000 },
  );
  findings.holds(
    `${name}: pipelines, asked by a guest`,
    'code-quality, logs, metrics',
    pipelines.join(', '),
    pipelines.join() === 'code-quality,logs,metrics',
  );
}

/** What the page carries of the configuration must not be what lets somebody in. */
async function verifySecrecy(
  portal: RunningImage,
  { env }: PodPart,
  findings: Findings,
): Promise<void> {
  const { name } = portal;
  const page = await (await portal.get('/')).text();
  const scripts = [...page.matchAll(/src="([^"]+\.js)"/g)].map(
    ([, src]) => src,
  );
  const answers = await Promise.all(
    scripts.map(async src => {
      const answer = await portal.get(new URL(src, portal.url).pathname);
      return { ok: answer.ok, text: await answer.text() };
    }),
  );
  findings.holds(
    `${name}: scripts of the first page that are not served (of ${scripts.length})`,
    'none',
    String(answers.filter(({ ok }) => !ok).length),
    scripts.length > 0 && answers.every(({ ok }) => ok),
  );
  const told = [page, ...answers.map(({ text }) => text)].join('\n');
  const secrets = [env.POSTGRES_PASSWORD, env.BACKEND_SECRET];
  const leaked = secrets.filter(secret => told.includes(secret)).length;
  findings.holds(
    `${name}: secrets in what is served without a sign-in (of ${secrets.length})`,
    'none',
    leaked === 0 ? 'none' : String(leaked),
    leaked === 0,
  );
}

async function verifyDatabases(
  name: string,
  postgres: Postgres,
  findings: Findings,
): Promise<void> {
  const { output } = await run({
    file: join(findPostgresPrograms()!, 'psql'),
    args: [
      ...['-d', 'postgres', '-qtAc'],
      "select datname from pg_database where datname like 'backstage_plugin_%' order by 1",
    ],
    env: { ...process.env, ...postgres.env },
  });
  const databases = output.trim().split('\n');
  findings.holds(
    `${name}: its databases in PostgreSQL`,
    'one a plugin, gomon and the catalog among them',
    databases.map(own => own.replace('backstage_plugin_', '')).join(', '),
    ['catalog', 'gomon'].every(own =>
      databases.includes(`backstage_plugin_${own}`),
    ),
  );
}
