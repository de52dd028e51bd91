import { useEffect, useState } from 'react';

/** A text once it has not changed for a while: who types a word asks once, not once a letter. */
export function useSettled(text: string, afterMs = 300): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), afterMs);
    return () => clearTimeout(timer);
  }, [text, afterMs]);
  return settled;
}
