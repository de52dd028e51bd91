import { messageOf, OperationalError } from '../errors/operationalError';
import { createLogger, Logger } from '../logger';
import { settingsHelp } from '../settings/describeSettings';
import { CrossCheck, loadSettings } from '../settings/loadSettings';
import { Settings, ValuesOf } from '../settings/setting';
import { Shutdown } from './shutdown';

/** One thing that `--check` tries. */
export interface ConnectionCheck {
  name: string;
  /** Resolves with what was found; rejects with what is wrong. */
  run: () => Promise<string>;
}

/** What a service needs to run. */
export interface Running<S extends Settings> {
  settings: ValuesOf<S>;
  logger: Logger;
  shutdown: Shutdown;
}

/** A service as a program. */
export interface Program<S extends Settings> {
  name: string;
  version: string;
  /** One line for `--help`. */
  summary: string;
  settings: S;
  crossCheck?: CrossCheck<S>;
  /** Resolves when the service runs; it ends by the shutdown. */
  start: (running: Running<S>) => Promise<void>;
  checks: (settings: ValuesOf<S>) => ConnectionCheck[];
}

type CommonValues = { logLevel: string; shutdownTimeoutMs: number };

/** Runs a service by its arguments and its environment. Sets the exit code; returns when the work is started. */
export async function runProgram<S extends Settings>(
  program: Program<S>,
  args = process.argv.slice(2),
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const known = ['--help', '-h', '--version', '-v', '--check'];
  const unknown = args.find(arg => !known.includes(arg));
  if (unknown !== undefined) {
    process.stderr.write(
      `${program.name}: ${unknown} is unknown; see --help\n`,
    );
    process.exitCode = 2;
  } else if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(help(program));
  } else if (args.includes('--version') || args.includes('-v')) {
    process.stdout.write(`${program.name} ${program.version}\n`);
  } else {
    await withSettings(program, environment, args.includes('--check'));
  }
}

async function withSettings<S extends Settings>(
  program: Program<S>,
  environment: NodeJS.ProcessEnv,
  check: boolean,
): Promise<void> {
  try {
    const { settings: declared, crossCheck } = program;
    const settings = loadSettings(declared, environment, crossCheck);
    if (check) await runChecks(program.checks(settings));
    else await start(program, settings);
  } catch (error) {
    if (!(error instanceof OperationalError)) throw error;
    process.stderr.write(
      `${program.name}: ${error.message}\n${error.advice}\n`,
    );
    process.exit(1);
  }
}

async function start<S extends Settings>(
  program: Program<S>,
  settings: ValuesOf<S>,
): Promise<void> {
  const { logLevel, shutdownTimeoutMs } = settings as unknown as CommonValues;
  const logger = createLogger(program.name, logLevel);
  const shutdown = new Shutdown(logger, shutdownTimeoutMs);
  shutdown.listen();
  await program.start({ settings, logger, shutdown });
}

async function runChecks(checks: ConnectionCheck[]): Promise<void> {
  process.stdout.write('ok    settings\n');
  let failed = 0;
  for (const { name, run } of checks) {
    try {
      process.stdout.write(`ok    ${name}: ${await run()}\n`);
    } catch (error) {
      failed += 1;
      process.stdout.write(`FAIL  ${name}: ${messageOf(error)}\n`);
    }
  }
  process.exit(failed === 0 ? 0 : 1);
}

function help<S extends Settings>(program: Program<S>): string {
  return `${program.name} ${program.version}: ${program.summary}

Usage: ${program.name} [--check | --help | --version]

  --check    validate the settings, try each connection, and end
  --help     this text
  --version  the version

Settings, from the environment:

${settingsHelp(program.settings)}
`;
}
