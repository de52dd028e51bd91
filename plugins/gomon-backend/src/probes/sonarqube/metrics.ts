import { Unit } from '@gomon/plugin-gomon-common';

/** What people call SonarQube's metrics, after "Metric definitions" in its documentation. */
const titles: Record<string, string> = {
  bugs: 'Bugs',
  code_smells: 'Code smells',
  coverage: 'Coverage',
  duplicated_lines_density: 'Duplication',
  ncloc: 'Lines of code',
  reliability_rating: 'Reliability',
  security_hotspots: 'Security hotspots',
  security_hotspots_reviewed: 'Security hotspots reviewed',
  security_rating: 'Security',
  sqale_rating: 'Maintainability',
  violations: 'Issues',
  vulnerabilities: 'Vulnerabilities',
};

const NEW = 'new_';

/** A metric in words: `Coverage on new code` for `new_coverage`. */
export function titleOf(metric: string): string {
  const isNew = metric.startsWith(NEW);
  const base = isNew ? metric.slice(NEW.length) : metric;
  const title = titles[base] ?? capital(base.replaceAll('_', ' '));
  return isNew ? `${title} on new code` : title;
}

/** The unit of a metric. */
export function unitOf(metric: string): Unit {
  return /coverage|density|reviewed/.test(metric) ? 'percent' : 'count';
}

/** The letter of a rating, which SonarQube keeps as a number; undefined for other metrics. */
export function ratingOf(metric: string, value: number): string | undefined {
  return metric.endsWith('_rating')
    ? 'ABCDE'[Math.round(value) - 1]
    : undefined;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
