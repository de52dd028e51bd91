import { Status } from '@gomon/plugin-gomon-common';
import styles from './status.module.css';

const drawings: Record<Status, JSX.Element> = {
  ok: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  degraded: <path d="M8 1.5 15.5 14.5H.5Z" fill="currentColor" />,
  down: <rect x="1.5" y="1.5" width="13" height="13" fill="currentColor" />,
  unknown: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <path
        d="M6 6.4a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
      />
      <circle cx="8" cy="11.6" r=".9" fill="currentColor" />
    </>
  ),
  unauthorised: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <path d="M4 8h8" stroke="currentColor" strokeWidth="2.5" />
    </>
  ),
  'not-configured': (
    <circle
      cx="8"
      cy="8"
      r="6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.6 2.1"
    />
  ),
};

/** The shape of a status, so that colour never speaks alone. Decorative: the word stands beside it. */
export function StatusShape(props: {
  status: Status;
  /** Keeps the shape, drops the colour: for what only suffers from something else. */
  quiet?: boolean;
  size?: number;
}) {
  const size = props.size ?? 14;
  return (
    <svg
      className={styles.shape}
      data-status={props.status}
      data-quiet={props.quiet || undefined}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {drawings[props.status]}
    </svg>
  );
}
