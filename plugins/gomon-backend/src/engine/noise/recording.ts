import { ProbeReport } from '@gomon/plugin-gomon-node';
import { readFile } from 'node:fs/promises';
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

/** A recording that `integration/noise/record.ts` has made. */
export async function readRecording(file: string): Promise<Recording> {
  return JSON.parse(gunzipSync(await readFile(file)).toString('utf8'));
}
