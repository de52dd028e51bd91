/** Resolves when this process is asked to end, and tells how often it has been asked. */
export interface ShutdownRequest {
  readonly asked: Promise<void>;
  /** Called when the person insists. */
  onSecond(listener: () => void): void;
}

// Ctrl-C reaches this process from the terminal and once more from the launcher
// that forwards it: both are one wish.
const SAME_WISH_MS = 1_000;

/** Listens for Ctrl-C, SIGTERM, a closed terminal, and a launcher that is gone. */
export function listenForShutdown(): ShutdownRequest {
  let first: number | undefined;
  const listeners = new Set<() => void>();
  const asked = new Promise<void>(resolve => {
    const ask = () => {
      if (first === undefined) {
        first = performance.now();
        resolve();
      } else if (performance.now() - first > SAME_WISH_MS) {
        listeners.forEach(listener => listener());
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, ask);
    }
    if (process.channel) {
      process.on('disconnect', ask);
      process.channel.unref();
    }
  });
  return { asked, onSecond: listener => void listeners.add(listener) };
}
