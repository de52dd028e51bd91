import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, onPath } from '@gomon/dev-stack';
import type { BuiltImage } from './buildImage';
import { layerOf, mountStage, mountSystem, quoted } from './stageScript';

/** What a pod adds to an image. */
export interface ContainerOptions {
  /** Folder of the container's own, for its root. */
  dir: string;
  env: Record<string, string>;
  /** Takes the place of the image's command. */
  args?: string[];
  /** Where it may write: a fresh, empty file system each. */
  writable: string[];
  /** Folders of this machine that it sees, read-only, by their place inside. */
  mounts?: Record<string, string>;
  /** Files that take the id of a process to move it into a limited group. */
  members?: string[];
}

// Where the image of Node has it.
const NODE = '/usr/local/bin/node';

/**
 * How a container of an image is started, as the kubelet would: read-only root, the pod's empty volumes, the image's user
 * without any capability and without a way to more.
 */
export function container(
  { settings, last }: BuiltImage,
  options: ContainerOptions,
): Command {
  const root = join(options.dir, 'root');
  const layer = layerOf(last);
  const inside = (path: string) => quoted(join(root, path));
  const [uid, gid] = settings.user.split(':');
  const mounts = Object.entries(options.mounts ?? {});
  // What is mounted needs a place to be mounted on, as a container runtime makes it.
  for (const path of [...options.writable, ...mounts.map(([to]) => to)]) {
    mkdirSync(join(layer, path), { recursive: true });
  }
  mkdirSync(join(layer, NODE, '..'), { recursive: true });
  writeFileSync(join(layer, NODE), '', { mode: 0o755 });
  const script = [
    'set -e',
    ...(options.members ?? []).map(file => `echo $$ > ${quoted(file)}`),
    'mount --make-rprivate /',
    ...mountStage(last, root),
    `mount -o remount,ro ${quoted(root)}`,
    mountSystem(root),
    `mount --bind ${quoted(process.execPath)} ${inside(NODE)}`,
    ...mounts.flatMap(([to, from]) => [
      `mount --bind ${quoted(from)} ${inside(to)}`,
      `mount -o remount,bind,ro ${inside(to)}`,
    ]),
    ...options.writable.map(
      path =>
        `mount -t tmpfs -o mode=2770,uid=0,gid=${gid} tmpfs ${inside(path)}`,
    ),
    `exec chroot ${quoted(root)} env -C ${quoted(
      settings.workingDirectory,
    )} setpriv --reuid ${uid} --regid ${gid} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$0" "$@"`,
  ].join('\n');
  const [file, ...first] = settings.entrypoint;
  return {
    file: onPath('unshare')!,
    args: [
      '--mount',
      '/bin/sh',
      '-c',
      script,
      file,
      ...first,
      ...(options.args ?? settings.command),
    ],
    cwd: '/',
    env: {
      PATH: '/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin',
      ...settings.environment,
      ...options.env,
    },
  };
}
