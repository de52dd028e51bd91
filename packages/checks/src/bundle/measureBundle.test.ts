import { BUNDLE_LIMIT_BYTES, measureBundle } from './measureBundle';

describe('what the frontend plugin adds to a portal', () => {
  it('stays within its limit, compressed', async () => {
    const { files, gzipBytes } = await measureBundle();
    expect(gzipBytes).toBeLessThan(BUNDLE_LIMIT_BYTES);
    // Views are loaded when they are opened: had they ended up in one file, the measurement would still hold.
    expect(
      files.filter(({ name }) => name.endsWith('.js')).length,
    ).toBeGreaterThan(5);
    expect(gzipBytes).toBeGreaterThan(20_000);
  }, 60_000);
});
