// What every script of the root calls: `node scripts/run.mjs NAME [arguments]`.
// Plain Node without a dependency, because it is what puts the dependencies there.
import { commands } from './bootstrap/commands.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { Failure } from './bootstrap/failure.mjs';
import { handOver } from './bootstrap/handOver.mjs';
import { withLock } from './bootstrap/lock.mjs';
import { ensureNode } from './bootstrap/node.mjs';

const startedAt = Date.now();

async function main([name, ...args]) {
  const command = commands[name];
  if (!command) {
    const known = Object.keys(commands).join(', ');
    throw new Failure(
      `There is no command ${
        name ?? '(none given)'
      }: the commands are ${known}.`,
    );
  }
  const wanted = command(args);
  const toolchain = await withLock(async () => {
    const node = await ensureNode();
    const installed = wanted.bare ? {} : await ensureDependencies(node);
    return { ...node, ...installed, startedAt };
  });
  return handOver(wanted, toolchain);
}

main(process.argv.slice(2)).then(
  code => {
    process.exitCode = code;
  },
  error => {
    const known = error instanceof Failure;
    process.stderr.write(`gomon: ${known ? error.message : error.stack}\n`);
    process.exitCode = 1;
  },
);
