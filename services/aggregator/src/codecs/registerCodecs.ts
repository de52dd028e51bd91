import { CompressionCodecs, CompressionTypes } from 'kafkajs';
import { promisify } from 'util';
import { gunzip, gzip, zstdCompress, zstdDecompress } from 'zlib';
import { EXPANSION_LIMIT } from './expansionLimit';
import { decodeLz4 } from './lz4';
import { decodeSnappy } from './snappy';

const gunzipAsync = promisify(gunzip);
const gzipAsync = promisify<Buffer, Buffer>(gzip);
const unzstdAsync = promisify(zstdDecompress);
const zstdAsync = promisify<Buffer, Buffer>(zstdCompress);
const bounded = { maxOutputLength: EXPANSION_LIMIT };

function readOnly(name: string) {
  return async (): Promise<Buffer> => {
    throw new Error(`gomon reads ${name} and does not write it`);
  };
}

/**
 * Teaches kafkajs every codec that a producer may have used.
 *
 * Without one of them the consumer would stop at the first such batch while
 * the process lives on. Snappy and LZ4 are decoded here, in plain code, so
 * that the service stays one file without native parts; zstd and gzip are
 * Node's own. Each is bounded in what it may grow to.
 */
export function registerCodecs(): void {
  CompressionCodecs[CompressionTypes.GZIP] = () => ({
    compress: (encoder: { buffer: Buffer }) => gzipAsync(encoder.buffer),
    decompress: (buffer: Buffer) => gunzipAsync(buffer, bounded),
  });
  CompressionCodecs[CompressionTypes.ZSTD] = () => ({
    compress: (encoder: { buffer: Buffer }) => zstdAsync(encoder.buffer),
    decompress: (buffer: Buffer) => unzstdAsync(buffer, bounded),
  });
  CompressionCodecs[CompressionTypes.Snappy] = () => ({
    compress: readOnly('snappy'),
    decompress: async (buffer: Buffer) => decodeSnappy(buffer),
  });
  CompressionCodecs[CompressionTypes.LZ4] = () => ({
    compress: readOnly('lz4'),
    decompress: async (buffer: Buffer) => decodeLz4(buffer),
  });
}
