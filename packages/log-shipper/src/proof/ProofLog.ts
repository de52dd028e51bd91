import { createHash, randomUUID } from 'node:crypto';
import { open, rename, type FileHandle } from 'node:fs/promises';

/** A line that was written, and what must become of it. */
export interface WrittenLine {
  fingerprint: string;
  offset: number;
  text: string;
  /** The sample in it; undefined where the line is broken or carries none. */
  sample?: {
    name: string;
    labels: Record<string, string>;
    value: number;
    timestampMs: number;
  };
  /** The tag that it must end up with, if any. */
  tag?: string;
}

const SERIES = [
  'cpu_usage_percent',
  'mem_usage_percent',
  'disk_used_percent',
  'dsk_used_gb',
  'int_bytes_recv_mb',
  'int_bytes_sent_mb',
];

/** What stands at the place of a sample in a broken line, each with its reason to be refused. */
const BROKEN = [
  '{"metric":{"__name__":"cpu_usage_percent","instance":"node-1"},"values":[4',
  '{"metric":{"__name__":"cpu_usage_percent"},"values":["text"],"timestamps":[1756555200000]}',
  '{"metric":{},"values":[1],"timestamps":[1756555200000]}',
  '{"metric":{"__name__":"cpu_usage_percent"},"values":[1],"timestamps":["now"]}',
];

/** Writes a log the way the aggregator does, one line in a hundred broken, and remembers every line. */
export class ProofLog {
  readonly lines: WrittenLine[] = [];
  readonly #path: string;
  readonly #startMs: number;
  #file: FileHandle | undefined;
  #offset = 0;
  #fingerprint = '';
  #rotations = 0;

  constructor(path: string, startMs: number) {
    this.#path = path;
    this.#startMs = startMs;
  }

  /** Appends so many lines in one go. */
  async write(count: number): Promise<void> {
    if (!this.#file) await this.#begin();
    const texts = Array.from({ length: count }, () => this.#next());
    await this.#file!.write(texts.join(''));
  }

  /** Renames the file and begins a new one, as the aggregator rotates. */
  async rotate(): Promise<void> {
    await this.close();
    for (let n = this.#rotations; n > 0; n--) {
      await rename(`${this.#path}.${n}`, `${this.#path}.${n + 1}`);
    }
    await rename(this.#path, `${this.#path}.1`);
    this.#rotations += 1;
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }

  async #begin(): Promise<void> {
    this.#file = await open(this.#path, 'a');
    this.#offset = 0;
    const head = `Log opened: gomon aggregator, file ${randomUUID()}, host proof, share all, rotates when told to`;
    const text = `${this.#time()} INFO ${head}`;
    this.#fingerprint = createHash('sha256')
      .update(Buffer.from(text).subarray(0, 128))
      .digest('hex');
    await this.#file.write(this.#keep({ text }));
  }

  #next(): string {
    const n = this.lines.length;
    const phrase = `${this.#time()} INFO Sending JSON to VictoriaMetrics: `;
    if (n % 100 === 37) {
      const text = phrase + BROKEN[Math.floor(n / 100) % BROKEN.length];
      return this.#keep({ text, tag: '_metricparsefailure' });
    }
    if (n % 50 === 11) {
      const text = `${this.#time()} INFO Successfully processed and sent metrics: messages=1 samples=14 requests=1`;
      return this.#keep({ text, tag: 'metrics_success' });
    }
    const name = SERIES[n % SERIES.length];
    const labels: Record<string, string> = {
      job: 'gomon',
      instance: `node-${n % 97}`,
      scope: 'host',
      ...(name === 'disk_used_percent' && { mountpoint: '/var/lib/größe' }),
      ...(name.startsWith('int_') && { interface: 'eth0' }),
    };
    // Zero, whole numbers, and numbers that need all of their digits.
    const value = n % 7 === 0 ? n % 2 : Math.sqrt(n) / 3;
    const timestampMs = this.#startMs + n * 13;
    const json = JSON.stringify({
      metric: { __name__: name, ...labels },
      values: [value],
      timestamps: [timestampMs],
    });
    return this.#keep({
      text: phrase + json,
      sample: { name, labels, value, timestampMs },
      tag: 'has_victoria_metrics_json',
    });
  }

  #keep(line: Omit<WrittenLine, 'fingerprint' | 'offset'>): string {
    this.lines.push({
      ...line,
      fingerprint: this.#fingerprint,
      offset: this.#offset,
    });
    this.#offset += Buffer.byteLength(line.text) + 1;
    return `${line.text}\n`;
  }

  #time(): string {
    return new Date(this.#startMs + this.lines.length).toISOString();
  }
}
