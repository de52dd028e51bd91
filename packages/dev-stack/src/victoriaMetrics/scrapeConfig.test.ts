import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repositoryRoot } from '../directories';
import { scrapeConfig } from './scrapeConfig';

it('names the jobs as the manifests do, which rules and dashboards ask for', async () => {
  const file = join(
    repositoryRoot,
    'k8s/monitoring/victoria-metrics/scrape.yaml',
  );
  const jobsOf = (text: string) =>
    parse(text).scrape_configs.map((job: any) => job.job_name);
  const own = scrapeConfig('127.0.0.1:8428', {
    'gomon-aggregator': ['127.0.0.1:2113'],
    'gomon-agent': ['127.0.0.1:2112'],
    'gomon-portal': ['127.0.0.1:9464'],
  });
  expect(jobsOf(own)).toEqual(jobsOf(await readFile(file, 'utf8')));
});
