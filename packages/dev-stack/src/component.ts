/** Called when a process has ended, by whatever cause. */
export type ExitListener = (
  code: number | null,
  signal: NodeJS.Signals | null,
) => void;

/** One server or service of the stack: a process that can be started, stopped and killed. */
export interface Component {
  readonly name: string;
  /** Where it listens, as a client would write it. */
  readonly address: string;
  /** Everything that the process printed, appended start by start. */
  readonly logFile: string;
  /** The process id while it runs, otherwise undefined. */
  readonly pid: number | undefined;
  /** Resolves when it really answers; rejects with one sentence. */
  start(): Promise<void>;
  /** Asks it to end (SIGTERM), waits, and ends it by force when it does not. */
  stop(): Promise<void>;
  /** Ends it by force (SIGKILL) and waits until it is gone. */
  kill(): Promise<void>;
  /** Tells of every end of the process, also of an unexpected one. */
  onExit(listener: ExitListener): void;
  /** Tells of every line that the process prints. */
  onLine(listener: (line: string) => void): void;
}
