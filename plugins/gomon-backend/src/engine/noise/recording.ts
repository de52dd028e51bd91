import { ProbeReport } from '@gomon/plugin-gomon-node';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What each probe found in one cycle, by probe id, without the list of hosts. A text is the reason of a failed look. */
export type RecordedCycle = Record<string, ProbeReport | string>;

/** What the probes saw of a real pipeline, look by look. */
export interface Recording {
  /** Seconds between two cycles. */
  intervalSeconds: number;
  /** What was done to the pipeline, and in which cycle. */
  notes: [cycle: number, note: string][];
  cycles: RecordedCycle[];
}

/** The recordings beside this file, made by `integration/noise/record.ts`. */
export async function readRecording(
  name: 'ordinary' | 'fault',
): Promise<Recording> {
  const file = join(__dirname, `${name}.json.gz`);
  return JSON.parse(gunzipSync(await readFile(file)).toString('utf8'));
}
