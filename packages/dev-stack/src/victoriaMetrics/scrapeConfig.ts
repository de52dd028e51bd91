import { stringify } from 'yaml';

/** Addresses that VictoriaMetrics reads figures from, by job: `{ 'gomon-agent': ['127.0.0.1:2112'] }`. */
export type ScrapeTargets = Record<string, string[]>;

/**
 * What VictoriaMetrics is told to read by itself, in Prometheus' format. The jobs are those of
 * k8s/monitoring/victoria-metrics/scrape.yaml; only addresses and pace differ.
 *
 * @param own - its own address
 */
export function scrapeConfig(own: string, targets: ScrapeTargets): string {
  const job = (name: string, addresses: string[], instance?: string) => ({
    job_name: name,
    static_configs: [
      { targets: addresses, ...(instance && { labels: { instance } }) },
    ],
  });
  return stringify({
    global: { scrape_interval: '5s', scrape_timeout: '4s' },
    scrape_configs: [
      job('victoria-metrics', [own], 'victoria-metrics'),
      ...Object.entries(targets).map(([name, addresses]) =>
        job(name, addresses),
      ),
    ],
  });
}
