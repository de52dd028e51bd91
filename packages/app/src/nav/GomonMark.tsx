/** Stages on a line, one of them lit: what the portal shows, in 28 pixels. The same drawing is public/favicon.svg. */
export function GomonMark() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M4 21h5l4-13 6 18 4-11h5"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="28" cy="15" r="3.5" fill="#3ddc97" />
    </svg>
  );
}
