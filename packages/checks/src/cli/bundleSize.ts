import { main } from '@gomon/dev-stack';
import { BUNDLE_LIMIT_BYTES, measureBundle } from '../bundle/measureBundle';

const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;

main(async () => {
  const { files, gzipBytes } = await measureBundle();
  for (const file of files) {
    process.stdout.write(
      `${kb(file.gzipBytes).padStart(9)}  ${file.name} (${kb(
        file.bytes,
      )} uncompressed)\n`,
    );
  }
  process.stdout.write(
    `${kb(gzipBytes).padStart(9)}  in all, compressed, of at most ${kb(
      BUNDLE_LIMIT_BYTES,
    )}\n`,
  );
  return gzipBytes < BUNDLE_LIMIT_BYTES ? 0 : 1;
});
