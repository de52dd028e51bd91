import { isAbsolute, join, resolve } from 'node:path';
import { type Stage, variable } from './dockerfile';

/** What a stage adds to its base. */
export interface StageFolders {
  dir: string;
  /** The stage that it is based on; where there is none, this machine's root stands for the image of a registry. */
  base?: StageFolders;
}

/** A value for a shell. */
export const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** The folder below a stage's own that takes what it adds. */
export const layerOf = ({ dir }: StageFolders) => join(dir, 'layer');

/**
 * Commands that make a stage's root out of its layers. An overlay can lie on one other and not on more, so a stage may be
 * based on one other and not on a third.
 */
export function mountStage(stage: StageFolders, root: string): string[] {
  const work = join(stage.dir, 'work');
  const lower = stage.base ? join(stage.base.dir, 'below') : '/';
  const options = `lowerdir=${lower},upperdir=${layerOf(
    stage,
  )},workdir=${work}`;
  return [
    ...(stage.base ? mountStage(stage.base, lower) : []),
    `mkdir -p ${[layerOf(stage), work, root].map(quoted).join(' ')}`,
    `mount -t overlay -o ${quoted(options)} overlay ${quoted(root)}`,
  ];
}

/** Gives a root what a container engine mounts into each. */
export function mountSystem(root: string): string {
  return ['proc', 'dev']
    .map(name => `mount --rbind /${name} ${quoted(join(root, name))}`)
    .join('\n');
}

// As an engine does it: of a folder its content, into one that keeps its mode where it is there already; owned by root, whoever
// owns the sources.
const COPY = `copy() {
  from="$1" to="$2"; shift 2
  for source; do
    if [ -d "$from/$source" ]; then
      mode=$(stat -c %a "$to" 2>/dev/null || stat -c %a "$from/$source")
      mkdir -p "$to"
      cp -R -d --preserve=mode,timestamps "$from/$source/." "$to"
      chmod "$mode" "$to"
    else
      case "$to" in */) mkdir -p "$to" ;; *) mkdir -p "$(dirname "$to")" ;; esac
      cp -d --preserve=mode,timestamps "$from/$source" "$to"
    fi
  done
}`;

/**
 * A shell script, for a mount namespace of its own, that does what a stage of a Dockerfile says. Understood is what the
 * Dockerfiles of this repository use: ENV, WORKDIR, COPY with `--from`, RUN with a cache.
 *
 * @param folders - of this stage and of those that it copies from
 * @param context - Where the build context is.
 * @throws Error for an instruction that would be left out
 */
export function stageScript(
  stage: Stage,
  own: StageFolders,
  folders: Record<string, StageFolders>,
  context: string,
): string {
  const root = join(own.dir, 'root');
  const script = [
    'set -e',
    COPY,
    'mount --make-rprivate /',
    ...mountStage(own, root),
    mountSystem(root),
    'export HOME=/root',
  ];
  let directory = '/';
  for (const [instruction, rest] of stage.steps) {
    switch (instruction) {
      case 'ENV': {
        const [name, value] = variable(rest);
        script.push(`export ${name}=${quoted(value)}`);
        break;
      }
      case 'WORKDIR':
        directory = resolve(directory, rest);
        script.push(`mkdir -p ${quoted(join(root, directory))}`);
        break;
      case 'COPY':
        script.push(...copy(rest, { root, directory, folders, context }));
        break;
      case 'RUN':
        script.push(...run(rest, { root, directory }));
        break;
      // They say how the image is started, not what is in it.
      case 'LABEL':
      case 'USER':
      case 'EXPOSE':
      case 'HEALTHCHECK':
      case 'ENTRYPOINT':
      case 'CMD':
        break;
      default:
        throw new Error(`${instruction} is not understood here`);
    }
  }
  return script.join('\n');
}

interface Place {
  root: string;
  directory: string;
}

function copy(
  rest: string,
  place: Place & { folders: Record<string, StageFolders>; context: string },
): string[] {
  const words = rest.split(/\s+/);
  const stage = /^--from=(.*)/.exec(words[0])?.[1];
  const sources = words.slice(stage ? 1 : 0);
  const to = sources.pop()!;
  // A slash at its end, which tells a folder, stays.
  const target = join(
    place.root,
    isAbsolute(to) ? to : join(place.directory, to),
    to === '.' ? '/' : '',
  );
  const command = (from: string) =>
    `copy ${[from, target, ...sources].map(quoted).join(' ')}`;
  if (!stage) return [command(place.context)];
  const from = join(place.folders[stage].dir, 'seen');
  return [
    ...mountStage(place.folders[stage], from),
    command(from),
    `umount ${quoted(from)}`,
  ];
}

function run(rest: string, { root, directory }: Place): string[] {
  const cache = /--mount=type=cache,target=(\S+)/.exec(rest)?.[1];
  const command = rest.replace(/--mount=\S+\s+/g, '');
  const chroot = `chroot ${quoted(root)} env -C ${quoted(
    directory,
  )} /bin/sh -c ${quoted(command)}`;
  if (!cache) return [chroot];
  const inside = quoted(join(root, cache));
  return [
    `mkdir -p ${quoted(cache)} ${inside}`,
    `mount --bind ${quoted(cache)} ${inside}`,
    chroot,
    `umount ${inside}`,
  ];
}
