import { getuid } from 'node:process';
import { Problem } from '../problem';
import type { Command } from './spawnGuarded';
import { onPath } from '../programs/onPath';

/** The system's user without rights of its own. */
export const NOBODY = 65_534;

/**
 * A command for a server that refuses to run as root. Where this process is root (containers, CI) it is run as nobody, who
 * keeps one right of root's: to read and write files whoever owns them, since the folders of a clone are root's.
 */
export function withoutRoot(title: string, command: Command): Command {
  if (getuid?.() !== 0) {
    return command;
  }
  const setpriv = onPath('setpriv');
  if (!setpriv) {
    throw new Problem(
      `${title} does not run as root, and setpriv is not on PATH to run it as somebody else: run as an ordinary user, or install util-linux.`,
    );
  }
  return {
    ...command,
    file: setpriv,
    args: [
      `--reuid=${NOBODY}`,
      `--regid=${NOBODY}`,
      '--clear-groups',
      // Without this bit access(2), which Java asks, would not count that right.
      '--securebits=+no_setuid_fixup',
      '--inh-caps=-all,+dac_override',
      '--ambient-caps=+dac_override',
      '--',
      command.file,
      ...command.args,
    ],
  };
}
