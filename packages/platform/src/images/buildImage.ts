import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLine, onPath, Problem, run } from '@gomon/dev-stack';
import { type ImageSettings, readDockerfile, stagesOf } from './dockerfile';
import { type StageFolders, stageScript } from './stageScript';

/** An image as folders. */
export interface BuiltImage {
  settings: ImageSettings;
  last: StageFolders;
}

/** Whether this machine lets an image be built without a container engine: Linux with overlayfs, as root. */
export const canBuildImages =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  Boolean(onPath('unshare') && onPath('setpriv')) &&
  existsSync('/proc/filesystems') &&
  readFileSync('/proc/filesystems', 'utf8').includes('overlay');

/**
 * Does what a Dockerfile says, stage after stage, without a container engine: each stage is an overlay file system in a mount
 * namespace of its own. The one difference: where the Dockerfile names an image of a registry, this machine's own root, with
 * the Node that runs this, stands for it.
 *
 * @param file - The Dockerfile.
 * @param context - What it may see, as `copyContext` makes it.
 * @param dir - Where its layers go.
 * @throws Problem with the last words of the stage that failed
 */
export async function buildImage(
  file: string,
  context: string,
  dir: string,
): Promise<BuiltImage> {
  const text = readFileSync(file, 'utf8');
  const folders: Record<string, StageFolders> = {};
  let last: StageFolders | undefined;
  for (const [index, stage] of stagesOf(text).entries()) {
    const name = stage.name || `stage-${index}`;
    const own = { dir: join(dir, name), base: folders[stage.base] };
    await mkdir(own.dir, { recursive: true });
    const { code, output } = await run({
      file: onPath('unshare')!,
      args: [
        '--mount',
        '/bin/sh',
        '-c',
        stageScript(stage, own, folders, context),
      ],
      cwd: '/',
      env: environment(),
    });
    const log = join(own.dir, 'build.log');
    await writeFile(log, output);
    if (code !== 0) {
      throw new Problem(
        `${file} cannot be built: its stage ${name} said: ${firstError(
          output,
        )} (all of it: ${log})`,
      );
    }
    folders[name] = own;
    last = own;
  }
  return { settings: readDockerfile(text), last: last! };
}

/** What went wrong first; the rest mostly follows from it. */
function firstError(output: string): string {
  const lines = output.split('\n').map(line => line.trim());
  return lines.find(line => /\berror\b/i.test(line)) ?? lastLine(output);
}

/** Of this process's environment, what finds programs and registries. */
function environment(): NodeJS.ProcessEnv {
  const kept =
    /^(PATH|https?_proxy|no_proxy|SSL_CERT_(FILE|DIR)|NODE_EXTRA_CA_CERTS|npm_config_(registry|nodedir)|yarn_npm_registry_server)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => kept.test(name)),
  );
}
