import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Component } from '../component';
import { freePort } from '../ports';
import { ProcessComponent } from '../processes/processComponent';
import { findVictoriaMetrics } from '../programs/victoriaMetricsProgram';
import { isHealthy } from './isHealthy';
import { scrapeConfig, type ScrapeTargets } from './scrapeConfig';

/** How a VictoriaMetrics is to be set up. */
export interface VictoriaMetricsOptions {
  /** Holds data and, unless told otherwise, the log; state survives a restart. */
  dir: string;
  logDir?: string;
  /** A free port where none is given. */
  port?: number;
  /** What it reads by itself, besides its own figures. Nothing at all where absent. */
  scrape?: ScrapeTargets;
  /** Added after the flags that gomon always sets. */
  flags?: string[];
}

/** A single-node VictoriaMetrics; `url` is its base URL. */
export type VictoriaMetrics = Component & { readonly url: string };

/** Prepares a VictoriaMetrics, bound to loopback; fetches it when needed. */
export async function createVictoriaMetrics(
  options: VictoriaMetricsOptions,
): Promise<VictoriaMetrics> {
  const file = await findVictoriaMetrics();
  const port = options.port ?? (await freePort());
  const address = `127.0.0.1:${port}`;
  const url = `http://${address}`;
  const args = [
    `-httpListenAddr=${address}`,
    `-storageDataPath=${join(options.dir, 'victoria-metrics')}`,
    '-retentionPeriod=12',
    // The same sample delivered twice counts once.
    '-dedup.minScrapeInterval=1ms',
    // What was written is found by the next query, not 30 s later.
    '-search.latencyOffset=0s',
    '-memory.allowedBytes=256MB',
    ...(options.flags ?? []),
  ];
  const { scrape } = options;
  const scrapeFile = join(options.dir, 'scrape.yaml');
  if (scrape) args.push(`-promscrape.config=${scrapeFile}`);
  const component = new ProcessComponent({
    name: 'victoria-metrics',
    title: 'VictoriaMetrics',
    address: url,
    port,
    portSetting:
      'set VICTORIA_METRICS_URL to the VictoriaMetrics that is to be used',
    logFile: join(options.logDir ?? options.dir, 'victoria-metrics.log'),
    async command() {
      if (scrape) {
        await mkdir(options.dir, { recursive: true });
        await writeFile(scrapeFile, scrapeConfig(address, scrape));
      }
      return { file, args };
    },
    isReady: () => isHealthy(url),
    readyWithinMs: 60_000,
    stopWithinMs: 30_000,
  });
  return Object.assign(component, { url });
}
