import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  freePort,
  lastLine,
  Problem,
  run,
  spawnGuarded,
  waitUntil,
  type GuardedProcess,
} from '@gomon/dev-stack';

/** Serves the scope `@gomon` and nothing else; everything else comes from where it always does. */
const CONFIGURATION = `storage: ./storage
auth:
  htpasswd:
    file: ./htpasswd
packages:
  '@gomon/*':
    access: $all
    publish: $all
log: { type: stdout, format: pretty, level: warn }
`;

/** A registry to throw away. */
export class LocalRegistry {
  private constructor(
    private readonly folder: string,
    readonly url: string,
    private readonly child: GuardedProcess,
  ) {}

  /** @param folder - holds the installed programs, and what is published */
  static async start(folder: string): Promise<LocalRegistry> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    await writeFile(join(folder, 'verdaccio.yaml'), CONFIGURATION);
    // npm wants a token, the registry takes any.
    await writeFile(
      join(folder, 'npmrc'),
      `//127.0.0.1:${port}/:_authToken=none\n`,
    );
    const child = spawnGuarded({
      file: process.execPath,
      args: [
        join(folder, 'node_modules/verdaccio/bin/verdaccio'),
        '--config',
        'verdaccio.yaml',
        '--listen',
        `127.0.0.1:${port}`,
      ],
      cwd: folder,
    });
    // Nobody reads what it says, but it must be able to say it.
    child.stdout.resume();
    child.stderr.resume();
    const answers = await waitUntil(
      async () => (await fetch(`${url}/-/ping`)).ok,
      { withinMs: 60_000 },
    );
    if (!answers) throw new Problem('The local registry did not come up.');
    return new LocalRegistry(folder, url, child);
  }

  async publish(archive: string): Promise<void> {
    const { code, output } = await run({
      file: 'npm',
      args: [
        'publish',
        archive,
        `--registry=${this.url}/`,
        `--userconfig=${join(this.folder, 'npmrc')}`,
      ],
      cwd: this.folder,
      env: process.env,
    });
    if (code !== 0) {
      throw new Problem(`${archive} was not published: ${lastLine(output)}`);
    }
  }

  async stop(): Promise<void> {
    this.child.signal('SIGTERM');
    await this.child.exited;
  }
}
