import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { environment } from './environment.mjs';
import { root } from './places.mjs';
import { ensureYarn } from './yarn.mjs';

/** Runs the command in this terminal; resolves with the exit code to pass on. */
export async function handOver(command, toolchain) {
  const env = {
    ...environment(toolchain),
    GOMON_STARTED_AT: String(toolchain.startedAt),
  };
  if (command.node) {
    // The channel tells the program when this process is gone, however it ended.
    return foreground(toolchain.node, command.args, env, ['ipc']);
  }
  if (command.yarn) {
    const yarn = toolchain.yarn ?? (await ensureYarn(toolchain));
    return foreground(yarn.file, [...yarn.args, ...command.args], env);
  }
  for (const { file, args } of command.steps) {
    const code = await foreground(file, args, env);
    if (code !== 0) {
      return code;
    }
  }
  return 0;
}

function foreground(file, args, env, extra = []) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: root,
      env,
      stdio: ['inherit', 'inherit', 'inherit', ...extra],
    });
    // The program decides what a signal means; this process only waits for it.
    const forward = signal => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    signals.forEach(signal => process.on(signal, forward));
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      signals.forEach(name => process.off(name, forward));
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
