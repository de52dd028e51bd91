import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onPath, repositoryRoot, type Command } from '@gomon/dev-stack';

/** What a container of a pod gets. */
export interface ContainerView {
  dir: string;
  user: string;
  /** Where it may write: a fresh, empty file system each. */
  writable: string[];
  /** Where the host's root is mounted, read-only. */
  hostRoot?: string;
}

/**
 * Whether this machine lets a process be confined without a container engine: Linux, as root, with program and repository where
 * the image's user can see them.
 */
export const canConfine =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  Boolean(onPath('unshare') && onPath('setpriv')) &&
  isSeenInside(repositoryRoot) &&
  isSeenInside(process.execPath);

/** Inside there is a /tmp of its own, and root's private folders are closed. */
function isSeenInside(path: string): boolean {
  const parent = dirname(path);
  if (parent === path) return true;
  // eslint-disable-next-line no-bitwise
  const open = (statSync(parent).mode & 0o001) !== 0;
  return open && parent !== '/tmp' && isSeenInside(parent);
}

/**
 * Runs a command as the kubelet would: a mount namespace of its own with a read-only root and the pod's empty volumes,
 * as the image's user, without any capability and without a way to more.
 */
export function confined(
  command: Command,
  { dir, user, writable, hostRoot }: ContainerView,
): Command {
  const [uid, gid] = user.split(':');
  // The program may lie in a folder that the pod's volumes hide.
  const program = join(dir, 'program');
  writeFileSync(program, '');
  const steps = [
    'set -e',
    'mount --make-rprivate /',
    `mount --bind '${command.file}' '${program}'`,
  ];
  if (hostRoot) {
    mkdirSync(hostRoot, { recursive: true });
    steps.push(
      `mount --rbind / '${hostRoot}'`,
      `mount -o remount,bind,ro '${hostRoot}'`,
    );
  }
  for (const path of writable) {
    mkdirSync(path, { recursive: true });
    steps.push(`mount -t tmpfs -o mode=2770,uid=0,gid=${gid} tmpfs '${path}'`);
  }
  steps.push(
    'mount -o remount,bind,ro /',
    `cd '${dir}'`,
    `exec setpriv --reuid ${uid} --regid ${gid} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$0" "$@"`,
  );
  return {
    ...command,
    file: onPath('unshare')!,
    args: [
      '--mount',
      '/bin/sh',
      '-c',
      steps.join('\n'),
      program,
      ...command.args,
    ],
    cwd: dir,
  };
}
