import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, JsonValue } from '@backstage/types';
import { z } from 'zod';

/** A duration as Backstage writes it (`{ seconds: 5 }`, `5s`, `PT5S`), in milliseconds, longer than zero. */
export const duration = z.unknown().transform((value, context): number => {
  try {
    const config = new ConfigReader({ duration: value as JsonValue });
    const ms = durationToMilliseconds(
      readDurationFromConfig(config, { key: 'duration' }),
    );
    if (ms > 0) return ms;
  } catch {
    // Said below, with the path that only zod knows.
  }
  context.addIssue({
    code: 'custom',
    message:
      "expected a duration longer than zero, such as { seconds: 15 } or '15s'",
  });
  return z.NEVER;
});
