import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot, run } from '@gomon/dev-stack';
import { buildImage, canBuildImages } from '../src/images/buildImage';
import { copyContext } from '../src/images/buildContext';
import { container } from '../src/images/container';

const DOCKERFILE = `
FROM debian:12 AS tools
ENV GREETING=hello
RUN echo "$GREETING" > /greeting
FROM tools AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/var/tmp cat /greeting folder/name > result \\
    && ls > seen
FROM debian:12
# No folder that a machine may have: the stages lie on this machine's own.
WORKDIR /gomon-image
COPY --from=build /src/result /src/seen ./
COPY folder ./copied
ENV NODE_ENV=production
USER 1000:1000
ENTRYPOINT ["sh", "-c"]
CMD ["exit 7"]
`;

// To lay file systems over each other takes root on Linux.
const onLinux = canBuildImages ? describe : describe.skip;

onLinux('an image built without a container engine', () => {
  let dir: string;
  let start: (
    script?: string,
  ) => Promise<{ code: number | null; output: string }>;

  beforeAll(async () => {
    const cache = join(repositoryRoot, '.gomon', 'cache');
    await mkdir(cache, { recursive: true });
    dir = await mkdtemp(join(cache, 'image-'));
    const root = join(dir, 'repository');
    await mkdir(join(root, 'folder'), { recursive: true });
    await mkdir(join(root, 'node_modules'));
    await writeFile(join(root, '.dockerignore'), '**/node_modules\n*.secret\n');
    await writeFile(join(root, 'folder', 'name'), 'gomon\n');
    await writeFile(join(root, 'a.secret'), 'x');
    await writeFile(join(root, 'Dockerfile'), DOCKERFILE);
    await copyContext(root, join(dir, 'context'));
    const image = await buildImage(
      join(root, 'Dockerfile'),
      join(dir, 'context'),
      join(dir, 'layers'),
    );
    start = script =>
      run(
        container(image, {
          dir: join(dir, 'container'),
          env: { FROM_POD: 'yes' },
          args: script === undefined ? undefined : [script],
          writable: ['/tmp'],
          mounts: { '/etc/pod': join(root, 'folder') },
        }),
      );
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('holds what its last stage took, and nothing that the build could not see', async () => {
    const { output } = await start('cat result seen copied/name; ls');
    expect(output.split('\n')).toEqual([
      ...['hello', 'gomon'],
      ...['Dockerfile', 'folder', 'result', 'seen'],
      'gomon',
      ...['copied', 'result', 'seen', ''],
    ]);
  });

  it('starts as its user, with its environment and the folders of the pod', async () => {
    const { output } = await start(
      'id -u; echo $NODE_ENV $FROM_POD $GREETING; cat /etc/pod/name; command -v node',
    );
    expect(output).toBe('1000\nproduction yes\ngomon\n/usr/local/bin/node\n');
  });

  it.each(['/gomon-image/x', '/etc/pod/x', '/x', '/var/tmp/x'])(
    'cannot write to %s',
    async path => {
      expect((await start(`echo > ${path}`)).code).not.toBe(0);
      expect((await start('echo > /tmp/x')).code).toBe(0);
    },
  );

  it('runs its own command where the pod names none', async () => {
    expect((await start()).code).toBe(7);
  });

  it('says which stage could not be built, and why', async () => {
    const file = join(dir, 'broken');
    await writeFile(
      file,
      'FROM a AS build\nRUN echo the cause is failed >&2; exit 3',
    );
    await expect(
      buildImage(file, join(dir, 'context'), join(dir, 'broken-layers')),
    ).rejects.toThrow('its stage build said: the cause is failed');
  });
});
