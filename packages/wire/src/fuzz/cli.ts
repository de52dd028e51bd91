import { fuzzDecoder } from './fuzzDecoder';

/*
 * Run by `yarn verify fuzz` as a process of its own, so that its memory is the decoder's alone:
 *   node --expose-gc --import tsx packages/wire/src/fuzz/cli.ts [INPUTS] [SEED]
 * Prints one line of JSON.
 */
const inputs = Number(process.argv[2] ?? 10_000_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const heapMb: number[] = [];
const startedMs = performance.now();

const result = fuzzDecoder(inputs, seed, done => {
  if (done % Math.max(100_000, inputs / 10) !== 0) return;
  globalThis.gc?.();
  heapMb.push(Math.round((process.memoryUsage().heapUsed / 2 ** 20) * 10) / 10);
  process.stderr.write(
    `${done} inputs, heap ${heapMb[heapMb.length - 1]} MB\n`,
  );
});

const seconds = Math.round((performance.now() - startedMs) / 1000);
process.stdout.write(
  `${JSON.stringify({ seed, seconds, heapMb, ...result })}\n`,
);
process.exitCode = result.failures.length === 0 ? 0 : 1;
