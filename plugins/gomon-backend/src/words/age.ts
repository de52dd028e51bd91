/** How long ago a moment was, as people say it: `40 s`, `2 min`, `3 h`, `31 d`. */
export function ageInWords(since: string | Date, now: Date): string {
  return durationInWords((now.getTime() - new Date(since).getTime()) / 1000);
}

/** A number of seconds as people say it. */
export function durationInWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 120) return `${whole} s`;
  if (whole < 120 * 60) return `${Math.round(whole / 60)} min`;
  if (whole < 48 * 3600) return `${Math.round(whole / 3600)} h`;
  return `${Math.round(whole / 86_400)} d`;
}
