import { ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** An event on its way: nested fields, with `@metadata` that is not stored. */
export type LogEvent = Record<string, unknown> & {
  '@metadata'?: { document_id?: string };
};

/** What came out of the filter for a batch. */
export interface Filtered {
  events: LogEvent[];
  /** Events whose filter raised; they come out tagged `_rubyexception`. */
  failures: number;
  /** What the last of them raised. */
  error: string | null;
}

/** How the filter is run. */
export interface RubyFilterOptions {
  /** Ruby or JRuby, with what stands before the script. */
  ruby: string[];
  /** What stands in for the surroundings of a script in Logstash: ruby/serve.rb of this package. */
  surroundings: string;
  /** The script of Logstash's ruby filter. */
  script: string;
}

interface Waiting {
  resolve(line: string): void;
  reject(error: Error): void;
}

/** Runs events through the Ruby script that Logstash runs, in a process of its own. One batch at a time. */
export class RubyFilter {
  readonly #child: ChildProcess;
  readonly #waiting: Waiting[] = [];
  #complaints = '';
  #ended: Error | undefined;

  private constructor({ ruby, script, surroundings }: RubyFilterOptions) {
    const [file, ...args] = ruby;
    this.#child = spawn(file, [...args, surroundings, script], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.#complaints = (this.#complaints + text).slice(-2_000);
    });
    createInterface({ input: this.#child.stdout! }).on('line', line =>
      this.#waiting.shift()?.resolve(line),
    );
    this.#child.stdin!.on('error', () => {});
    this.#child.once('error', error => this.#end(error));
    this.#child.once('close', code =>
      this.#end(
        new Error(
          `the filter ended with ${code}: ${
            this.#complaints.trim() || 'no word'
          }`,
        ),
      ),
    );
  }

  /**
   * Starts the script and waits until its inline tests have passed.
   *
   * @returns the filter, and the engine that runs it
   * @throws Error when it cannot be run, or does not pass
   */
  static async start(
    options: RubyFilterOptions,
  ): Promise<{ filter: RubyFilter; engine: string }> {
    const filter = new RubyFilter(options);
    const { ready } = JSON.parse(await filter.#answer());
    return { filter, engine: ready };
  }

  /** @throws Error when the process is gone */
  async apply(events: LogEvent[]): Promise<Filtered> {
    const answer = this.#answer();
    this.#child.stdin!.write(`${JSON.stringify(events)}\n`);
    return JSON.parse(await answer);
  }

  async stop(): Promise<void> {
    if (this.#ended) {
      return;
    }
    const closed = new Promise(done => this.#child.once('close', done));
    this.#child.stdin!.end();
    const force = setTimeout(() => this.#child.kill('SIGKILL'), 3_000);
    await closed;
    clearTimeout(force);
  }

  #answer(): Promise<string> {
    return new Promise((done, reject) => {
      if (this.#ended) {
        reject(this.#ended);
      } else {
        this.#waiting.push({ resolve: done, reject });
      }
    });
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.splice(0)) {
      reject(this.#ended);
    }
  }
}
