/** One thing that the run saw: a line of JSON of its output. One with a bar decides whether the run held. */
export interface Finding {
  what: string;
  saw: string;
  bar?: string;
  held?: boolean;
}

export function tell(finding: Finding): void {
  process.stdout.write(`${JSON.stringify(finding)}\n`);
}

/** The value below which a share of all lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
