import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  freePort,
  lastLine,
  Problem,
  repositoryRoot,
  spawnGuarded,
  waitUntil,
  type GuardedProcess,
} from '@gomon/dev-stack';
import { editLegacyApp } from './legacyApp';
import { finish } from './programs';
import { blocksOf, installCommands, linesFor } from './readme';

/** A portal as Backstage's own `create-app` makes it, to which gomon is added by what its README says. */
export class StockPortal {
  #backend: GuardedProcess | undefined;

  constructor(
    readonly folder: string,
    private readonly options: {
      /** On the old frontend system. */
      legacy: boolean;
      /** Holds the installed `create-app`. */
      programs: string;
      /** Where `@gomon` comes from. */
      registryUrl: string;
    },
  ) {}

  get isLegacy(): boolean {
    return this.options.legacy;
  }

  async create(): Promise<void> {
    const { legacy, programs, registryUrl } = this.options;
    const createApp = spawn(
      process.execPath,
      [
        join(
          programs,
          'node_modules/@backstage/create-app/bin/backstage-create-app',
        ),
        '--path',
        this.folder,
        '--skip-install',
        ...(legacy ? ['--legacy'] : []),
      ],
      { stdio: ['pipe', 'ignore', 'ignore'], cwd: programs },
    );
    // It asks for the name of the app.
    createApp.stdin.end('portal\n');
    const [code] = await once(createApp, 'exit');
    if (code !== 0) throw new Problem('create-app failed.');
    await this.#append(
      '.yarnrc.yml',
      `npmScopes:\n  gomon:\n    npmRegistryServer: ${registryUrl}\nunsafeHttpWhitelist: [127.0.0.1]\n`,
    );
    await this.#pinned();
  }

  /**
   * Takes the packages of gomon out of yarn's cache, which knows them by name and version alone: those of another run would
   * stand there for those of this one, and those of this one for the released ones.
   */
  async forgetPackages(): Promise<void> {
    const said = await this.#yarn('config', 'get', 'globalFolder');
    const cache = join(said.trim(), 'cache');
    for (const file of await readdir(cache)) {
      if (file.startsWith('@gomon-')) await rm(join(cache, file));
    }
  }

  /** Follows the section "Add the plugins to your own portal". @returns the commands that were run */
  async followReadme(): Promise<string[]> {
    const readme = await read('README.md');
    await this.#yarn('install');
    const commands = installCommands(readme);
    for (const [, ...args] of commands) await this.#yarn(...args);
    const backend = 'packages/backend/src/index.ts';
    await this.#edit(backend, text =>
      text.replace(
        /^backend\.start\(\);/m,
        `${linesFor(readme, 'ts', backend)}\n\n$&`,
      ),
    );
    await this.#append(
      'app-config.yaml',
      `\n${linesFor(readme, 'yaml', 'app-config.yaml')}\n`,
    );
    if (this.options.legacy) {
      const page = await read('plugins/gomon/README.md');
      await this.#edit('packages/app/src/App.tsx', text =>
        editLegacyApp.app(text, page),
      );
      const components = 'packages/app/src/components';
      await this.#edit(`${components}/Root/Root.tsx`, text =>
        editLegacyApp.root(text, page),
      );
      await this.#edit(`${components}/catalog/EntityPage.tsx`, text =>
        editLegacyApp.entityPage(text, page),
      );
    }
    // "Then annotate your entities": the smallest example of the page about annotations.
    const [example] = blocksOf(await read('docs/annotations.md'), 'yaml');
    await this.#append('examples/entities.yaml', `---\n${example}`);
    return commands.map(words => words.join(' '));
  }

  /** By the scripts that create-app wrote. @returns the commands that were run */
  async build(): Promise<string[]> {
    await this.#yarn('tsc');
    await this.#yarn('workspace', 'app', 'build');
    return ['yarn tsc', 'yarn workspace app build'];
  }

  /** Starts the backend, which serves the built frontend. @returns its address */
  async start(): Promise<string> {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const backend = spawnGuarded({
      file: process.execPath,
      args: [await this.#yarnFile(), 'workspace', 'backend', 'start'],
      cwd: this.folder,
      env: {
        ...process.env,
        NODE_ENV: 'development',
        APP_CONFIG_app_baseUrl: JSON.stringify(url),
        APP_CONFIG_backend_baseUrl: JSON.stringify(url),
        APP_CONFIG_backend_listen_port: String(port),
        APP_CONFIG_backend_listen_host: '"127.0.0.1"',
      },
    });
    this.#backend = backend;
    let words = '';
    const keep = (text: unknown) => {
      words = `${words}${text}`.slice(-20_000);
    };
    backend.stdout.on('data', keep);
    backend.stderr.on('data', keep);
    let isGone = false;
    backend.exited.then(() => {
      isGone = true;
    });
    const isReady = await waitUntil(
      async () =>
        (
          await fetch(`http://127.0.0.1:${port}/.backstage/health/v1/readiness`)
        ).ok,
      { withinMs: 300_000, until: () => isGone },
    );
    if (!isReady) {
      throw new Problem(`The stock portal did not start: ${lastLine(words)}`);
    }
    return url;
  }

  async stop(): Promise<void> {
    const backend = this.#backend;
    if (!backend) return;
    backend.signal('SIGTERM');
    // The command that restarts a backend on changes stays when the backend has crashed.
    const patience = setTimeout(() => backend.signal('SIGKILL'), 10_000);
    await backend.exited;
    clearTimeout(patience);
  }

  /** The pins of this repository: versions that not every mirror of the registry has are avoided here as there. */
  async #pinned(): Promise<void> {
    const { resolutions } = JSON.parse(await read('package.json'));
    await this.#edit('package.json', text => {
      const manifest = JSON.parse(text);
      Object.assign(manifest.resolutions, resolutions);
      return JSON.stringify(manifest, null, 2);
    });
  }

  async #yarnFile(): Promise<string> {
    const folder = join(this.folder, '.yarn/releases');
    const [file] = await readdir(folder);
    return join(folder, file);
  }

  async #yarn(...args: string[]): Promise<string> {
    return finish(`yarn ${args.join(' ')}`, [await this.#yarnFile(), ...args], {
      cwd: this.folder,
      env: {
        // What was published a minute ago is younger than a stock portal takes.
        YARN_NPM_MINIMAL_AGE_GATE: '0',
        // Yarn would ask a search engine beside the registry for @types packages, and break where it is out of reach.
        YARN_TS_ENABLE_AUTO_TYPES: 'false',
      },
    });
  }

  #append(file: string, text: string): Promise<void> {
    return appendFile(join(this.folder, file), text);
  }

  async #edit(file: string, change: (text: string) => string): Promise<void> {
    const path = join(this.folder, file);
    const before = await readFile(path, 'utf8');
    const after = change(before);
    if (after === before) {
      throw new Problem(`${file} has no place for what the README says.`);
    }
    await writeFile(path, after);
  }
}

function read(file: string): Promise<string> {
  return readFile(join(repositoryRoot, file), 'utf8');
}
