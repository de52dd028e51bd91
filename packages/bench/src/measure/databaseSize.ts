/** What a VictoriaMetrics has on disk, bytes: samples, and the index of their series. */
export interface DatabaseSize {
  readonly sampleBytes: number;
  readonly indexBytes: number;
}

/** Reads its size from its own /metrics. */
export function databaseSizeOf(page: string): DatabaseSize {
  const size = { sampleBytes: 0, indexBytes: 0 };
  const lines = page.matchAll(/^vm_data_size_bytes\{type="(\w+).*"\} (\S+)$/gm);
  for (const [, kind, bytes] of lines) {
    size[kind === 'indexdb' ? 'indexBytes' : 'sampleBytes'] += Number(bytes);
  }
  return size;
}
