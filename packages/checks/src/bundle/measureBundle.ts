import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repositoryRoot } from '@gomon/dev-stack';
import { build, type Plugin } from 'esbuild';

/** What the frontend plugin may add to a portal, compressed. */
export const BUNDLE_LIMIT_BYTES = 200_000;

/** One file that a browser loads. */
export interface BundleFile {
  name: string;
  bytes: number;
  gzipBytes: number;
}

/** Everything that the frontend plugin adds to a portal's bundle. */
export interface BundleSize {
  /** Largest first. */
  files: BundleFile[];
  gzipBytes: number;
}

/** Packages that every portal of this Backstage release has already. */
const OF_THE_PORTAL = /^(@backstage\/|react$|react\/|react-dom|react-router)/;

/** Leaves to the portal what it has; everything else counts. */
const withoutThePortal: Plugin = {
  name: 'without-the-portal',
  setup({ onResolve }) {
    onResolve({ filter: OF_THE_PORTAL }, ({ path }) => ({
      path,
      external: true,
    }));
  },
};

/**
 * Bundles both entry points of the frontend plugin as a portal's build does, minified and in chunks, and adds up what each
 * file comes to with gzip. A portal that uses one of the two entry points loads less.
 */
export async function measureBundle(): Promise<BundleSize> {
  const source = join(repositoryRoot, 'plugins/gomon/src');
  const { outputFiles } = await build({
    entryPoints: [join(source, 'index.ts'), join(source, 'legacy/index.ts')],
    outdir: 'bundle',
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    plugins: [withoutThePortal],
    logLevel: 'silent',
  });
  const files = outputFiles
    .map(({ path, contents }) => ({
      name: path.split('/').at(-1)!,
      bytes: contents.length,
      gzipBytes: gzipSync(contents).length,
    }))
    .sort((a, b) => b.gzipBytes - a.gzipBytes);
  return {
    files,
    gzipBytes: files.reduce((sum, file) => sum + file.gzipBytes, 0),
  };
}
