/** Whose fault it is that a service cannot work. */
export type Dependency = 'kafka' | 'victoria-metrics' | 'self';

/** Why a service cannot do its job now. */
export interface NotReadyReason {
  /** Stable, upper case. */
  code: string;
  /** One sentence for an operator. */
  sentence: string;
  dependency: Dependency;
  /** Since when, ISO 8601. */
  since: string;
}

/**
 * Whether a service can do its job, and if not, why. Several things can be wrong at once; each is raised and cleared
 * by whoever notices it.
 */
export class Readiness {
  private readonly current = new Map<string, NotReadyReason>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Says that something is wrong. Raising it again changes the sentence, not the time. */
  raise(code: string, dependency: Dependency, sentence: string): void {
    const known = this.current.get(code);
    const since = known?.since ?? new Date(this.now()).toISOString();
    this.current.set(code, { code, sentence, dependency, since });
  }

  /** Says that it is right again. */
  clear(...codes: string[]): void {
    for (const code of codes) this.current.delete(code);
  }

  get ready(): boolean {
    return this.current.size === 0;
  }

  /** What is wrong now, oldest first. */
  get reasons(): NotReadyReason[] {
    return [...this.current.values()];
  }
}
