/** Labels and the values that they must have. */
export type LabelSelector = Record<string, string>;

/**
 * Reads the annotation `grafana/alert-label-selector` of the community Grafana plugin: `label=value`, comma list, all of
 * which must hold.
 *
 * @returns undefined where it holds none: it selects nothing then, and not everything
 */
export function parseLabelSelector(
  text: string | undefined,
): LabelSelector | undefined {
  const pairs = (text ?? '')
    .split(',')
    .map(part => /^\s*([a-zA-Z_]\w*)\s*=\s*"?([^"]*?)"?\s*$/.exec(part))
    .filter(match => match !== null);
  return pairs.length > 0
    ? Object.fromEntries(pairs.map(([, label, value]) => [label, value]))
    : undefined;
}

/** Whether labels are what a selector asks for. */
export function selects(
  selector: LabelSelector,
  labels: Record<string, string>,
): boolean {
  return Object.entries(selector).every(
    ([label, value]) => labels[label] === value,
  );
}
