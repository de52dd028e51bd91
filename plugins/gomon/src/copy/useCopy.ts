import { useCallback, useEffect, useState } from 'react';

/** How long a button shows that it has copied. */
const SHOWN_MS = 2000;

type Outcome = 'copied' | 'refused' | undefined;

/** Copies a text, and tells for a moment whether the browser allowed it. */
export function useCopy(text: string): { outcome: Outcome; copy(): void } {
  const [outcome, setOutcome] = useState<Outcome>();

  const copy = useCallback(async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      // No clipboard on a page that was not served securely, or the user refused.
      setOutcome('refused');
    }
  }, [text]);

  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  return { outcome, copy };
}
