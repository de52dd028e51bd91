import { useSignal } from '@backstage/plugin-signals-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem, toProblem } from '../api/problem';
import { pollDelayMs } from './pollDelay';

/** What is known, and why it is not newer. */
export interface Live<T> {
  /** The last answer, kept while newer ones fail. */
  value?: T;
  /** Set while the last question has not been answered. */
  problem?: Problem;
  /** Unix milliseconds of the last answer. */
  answeredAtMs?: number;
  /** Asks again now. */
  reload(): void;
}

interface State<T> {
  key: string;
  value?: T;
  problem?: Problem;
  answeredAtMs?: number;
}

/**
 * Keeps an answer fresh: asks at once, again whenever gomon signals that something has changed, and by polling in between.
 * A tab in the background is not kept fresh; it catches up when it is shown.
 *
 * @param key - names the question; another key is another question
 * @param load - asks it
 */
export function useLive<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
): Live<T> {
  const { lastSignal, isSignalsAvailable } = useSignal('gomon');
  const [state, setState] = useState<State<T>>({ key });
  const ask = useRef<() => void>(() => {});
  const latestLoad = useRef(load);
  latestLoad.current = load;

  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = false;
    let askAgain = false;
    let failures = 0;

    async function run() {
      if (asking) {
        askAgain = true;
        return;
      }
      asking = true;
      clearTimeout(timer);
      try {
        const value = await latestLoad.current(abort.signal);
        failures = 0;
        if (!abort.signal.aborted) {
          setState({ key, value, answeredAtMs: Date.now() });
        }
      } catch (error) {
        failures += 1;
        if (!abort.signal.aborted) {
          setState(previous => ({
            ...(previous.key === key ? previous : { key }),
            problem: toProblem(error),
          }));
        }
      }
      asking = false;
      if (abort.signal.aborted) return;
      if (askAgain) {
        askAgain = false;
        run();
      } else {
        timer = setTimeout(poll, pollDelayMs({ isSignalsAvailable, failures }));
      }
    }
    function poll() {
      if (document.visibilityState === 'hidden') return;
      run();
    }

    ask.current = () => void run();
    run();
    document.addEventListener('visibilitychange', poll);
    return () => {
      abort.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', poll);
    };
  }, [key, isSignalsAvailable]);

  useEffect(() => {
    if (lastSignal) ask.current();
  }, [lastSignal]);

  const reload = useCallback(() => ask.current(), []);
  return state.key === key ? { ...state, reload } : { reload };
}
