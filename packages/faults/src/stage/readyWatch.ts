import { Service } from '@gomon/dev-stack';
import { readyOf } from './pages';

const LOOK_EVERY_MS = 250;

/** Looks at `/ready` all the time, and remembers when a service that had been ready said that it was not. */
export class ReadyWatch {
  readonly #lapses = new Set<string>();
  #wasReady = false;
  #timer: NodeJS.Timeout | undefined;

  follow(service: Service): void {
    this.#timer = setInterval(() => void this.#look(service), LOOK_EVERY_MS);
  }

  /** @returns the sentences with which it said no */
  stop(): string[] {
    clearInterval(this.#timer);
    return [...this.#lapses];
  }

  async #look(service: Service): Promise<void> {
    // A process that is gone, or busy for a moment, says neither.
    const page = await readyOf(service).catch(() => undefined);
    if (!page) return;
    if (page.ready) this.#wasReady = true;
    else if (this.#wasReady) {
      page.reasons.forEach(({ sentence }) => this.#lapses.add(sentence));
    }
  }
}
