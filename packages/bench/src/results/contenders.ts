import type { Contender } from './results';

/** What is kept of contestants: their names and settings. */
export function contendersOf(contestants: readonly Contender[]): Contender[] {
  return contestants.map(({ title, setting }) => ({ title, setting }));
}
