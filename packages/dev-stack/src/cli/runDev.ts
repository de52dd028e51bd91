import { mkdir } from 'node:fs/promises';
import pc from 'picocolors';
import { stackDirectories } from '../directories';
import {
  readRecord,
  removeRecord,
  socketPath,
  writeRecord,
} from '../control/record';
import { serveControl } from '../control/server';
import { Problem, sentenceOf } from '../problem';
import { decideContext } from '../stack/context';
import { Stack } from '../stack/stack';
import { devUsage, parseDevOptions } from './options';
import { seconds, Screen } from './screen';
import { listenForShutdown } from './shutdown';
import { stackTable } from './stackTable';

/** `yarn dev`: brings the stack up and keeps it until it is asked to end. */
export async function runDev(args: string[]): Promise<number> {
  const options = parseDevOptions(args);
  if (options === 'help') {
    process.stdout.write(devUsage);
    return 0;
  }
  const directories = stackDirectories();
  const running = await readRecord(directories.run);
  if (running) {
    throw new Problem(
      `A stack runs here already (process ${running.pid}): see it by \`yarn stack status\`, or end it by Ctrl-C in its terminal and try again.`,
    );
  }
  const context = await decideContext({
    directories,
    ports: options.ports,
    portal: options.servicesOnly ? 'none' : 'development',
    brokers: options.brokers,
    with: options.with,
    agentIntervalMs: 5_000,
    env: process.env,
  });
  const screen = new Screen(context);
  const stack = new Stack(context, options.with, screen);
  const shutdown = listenForShutdown();
  screen.say(`gomon stack, process ${process.pid}`);
  await mkdir(directories.run, { recursive: true });
  const socket = socketPath(directories.run);
  const control = await serveControl(stack, socket);
  await writeRecord(directories.run, { pid: process.pid, socket });
  shutdown.onSecond(() => void stack.kill());

  const isUp = await Promise.race([
    bringUp(stack, screen),
    shutdown.asked.then(() => true),
  ]);
  if (isUp) {
    await shutdown.asked;
    screen.say('Stopping ...');
  }
  await stack.stop();
  control.close();
  await removeRecord(directories.run);
  screen.say('Everything has stopped.');
  return isUp ? 0 : 1;
}

/** Resolves to whether everything runs; tells the problem where it does not. */
async function bringUp(stack: Stack, screen: Screen): Promise<boolean> {
  try {
    await stack.start();
  } catch (error) {
    if (!stack.isStopping) {
      screen.say(pc.red(`gomon: ${sentenceOf(error)}`));
    }
    return false;
  }
  screen.say(`\n${stackTable(stack)}\n`);
  const { portal, urls } = stack.context;
  if (portal !== 'none') {
    const total =
      Date.now() - Number(process.env.GOMON_STARTED_AT ?? Date.now());
    screen.say(
      pc.bold(`Open ${urls.frontend} (it answers after ${seconds(total)}).`),
    );
  }
  screen.say(
    'Ctrl-C stops everything; `yarn stack` from another terminal shows it.\n',
  );
  return true;
}
