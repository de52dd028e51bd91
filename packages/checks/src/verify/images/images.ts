import { join } from 'node:path';
import { repositoryRoot, run } from '@gomon/dev-stack';
import { type BuiltImage, buildImage } from '@gomon/platform';
import type { Findings } from '../findings';

/** The images of this repository, by the folder of their Dockerfile. */
export const IMAGES = {
  agent: 'services/agent',
  aggregator: 'services/aggregator',
  'elasticsearch-setup': 'packages/elasticsearch-setup',
  portal: 'packages/backend',
};

export type ImageName = keyof typeof IMAGES;

// What would let somebody in, or does not belong into an image.
const STRANGE =
  /(^|\/)(\.env[^/]*|\.git|\.npmrc|.*-credentials\.yaml|.*\.local\.yaml)$/;

/** Builds one by its own Dockerfile, and looks at what is in it. */
export async function verifyBuild(
  name: ImageName,
  context: string,
  dir: string,
  findings: Findings,
): Promise<BuiltImage> {
  const file = join(IMAGES[name], 'Dockerfile');
  findings.ran(`docker build --file ${file} .   # done without an engine`);
  const began = performance.now();
  const image = await buildImage(
    join(repositoryRoot, file),
    context,
    join(dir, name),
  );
  const seconds = Math.round((performance.now() - began) / 1000);
  const files = await filesOf(image);
  const megabytes = files.reduce((sum, own) => sum + own.bytes, 0) / 1e6;
  findings.saw(
    `${name}: built`,
    `in ${seconds} s; ${files.length} files, ${megabytes.toFixed(
      1,
    )} MB on top of the image of Node`,
  );
  const strange = files.filter(({ path }) => STRANGE.test(path));
  findings.holds(
    `${name}: files that may hold secrets`,
    'none',
    strange.map(({ path }) => path).join(', ') || 'none',
    strange.length === 0,
  );
  return image;
}

async function filesOf({ last }: BuiltImage) {
  const { output } = await run({
    file: 'find',
    args: [join(last.dir, 'layer'), '-type', 'f', '-printf', '%s %P\\n'],
  });
  return output
    .trim()
    .split('\n')
    .map(line => {
      const [bytes, path] = line.split(/ (.*)/);
      return { bytes: Number(bytes), path };
    });
}
