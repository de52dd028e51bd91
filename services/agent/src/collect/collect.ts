import type { Collector, CollectorName, Readings } from './collector';

/** What all collectors together read at one time. */
export interface Collection {
  readings: Readings;
  failures: { collector: CollectorName; error: unknown }[];
}

/** Runs all collectors at once. One that fails costs its own figures only. */
export async function collect(collectors: Collector[]): Promise<Collection> {
  const outcomes = await Promise.allSettled(
    collectors.map(collector => collector.collect()),
  );
  const collection: Collection = { readings: {}, failures: [] };
  outcomes.forEach((outcome, i) => {
    if (outcome.status === 'fulfilled') {
      Object.assign(collection.readings, outcome.value);
    } else {
      const error: unknown = outcome.reason;
      collection.failures.push({ collector: collectors[i].name, error });
    }
  });
  return collection;
}
