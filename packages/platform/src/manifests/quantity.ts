const FACTORS: Record<string, number> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/**
 * A quantity of Kubernetes as a number: `512Mi` in bytes, `200m` in cores.
 *
 * @throws Error when it is none
 */
export function quantity(text: string | number): number {
  const match = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(String(text));
  const factor = FACTORS[match?.[2] ?? 'none'];
  if (!match || factor === undefined) {
    throw new Error(`${text} is no quantity of Kubernetes`);
  }
  // Thousandths are not exact in binary: 300m must equal 0.3.
  return Math.round(Number(match[1]) * factor * 1e6) / 1e6;
}
