import { useState } from 'react';
import { VisuallyHiddenText } from './VisuallyHiddenText';

/**
 * Says a text to screen readers once per subject: while the subject stays the same, a text whose figures tick is not read out
 * again and again.
 */
export function Announcement(props: {
  /** Names the subject. */
  of: string;
  text: string;
  /** Interrupts what is being read. */
  urgent?: boolean;
}) {
  const [said, setSaid] = useState({ of: props.of, text: props.text });
  if (said.of !== props.of) setSaid({ of: props.of, text: props.text });
  return (
    <VisuallyHiddenText>
      <span role={props.urgent ? 'alert' : 'status'}>{said.text}</span>
    </VisuallyHiddenText>
  );
}
