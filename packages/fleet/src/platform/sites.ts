/** How large a platform is. */
export interface PlatformSize {
  /** Installations of gomon, of {@link COMPONENTS_PER_SITE} components and {@link HOSTS_PER_SITE} hosts each. */
  sites: number;
  /** Environments that they are spread over. */
  environments: number;
}

/** A thousand components and ten thousand hosts. */
export const LARGE: PlatformSize = { sites: 100, environments: 10 };

export const HOSTS_PER_SITE = 100;

/** Names of a site's components by stage, in the order of the data: each sends to those that it lists. */
const STAGES = {
  agent: ['kafka'],
  kafka: ['aggregator'],
  aggregator: ['victoria-metrics', 'filebeat'],
  'victoria-metrics': ['grafana'],
  grafana: [],
  filebeat: ['logstash'],
  logstash: ['elasticsearch'],
  elasticsearch: ['kibana'],
  kibana: [],
  ingress: [],
} as const;

const STAGE_OF: Record<keyof typeof STAGES, string> = {
  agent: 'agent',
  kafka: 'broker',
  aggregator: 'aggregator',
  'victoria-metrics': 'tsdb',
  grafana: 'dashboard',
  filebeat: 'log-shipper',
  logstash: 'log-processor',
  elasticsearch: 'search',
  kibana: 'log-ui',
  ingress: 'ingress',
};

export const COMPONENTS_PER_SITE = Object.keys(STAGES).length;

/** Name of a site. */
function siteName(site: number): string {
  return `site-${site}`;
}

/** Name of the environment of a site. */
export function environmentOf(
  { environments }: PlatformSize,
  site: number,
): string {
  return `region-${site % environments}`;
}

/** Selects the series of the hosts of one site, of a fleet whose hosts are called `PREFIX-NUMBER`. */
export function selectorOfSite(prefix: string, site: number): string {
  const numbers = site === 0 ? '[0-9]{1,2}' : `${site}[0-9]{2}`;
  return `{job="gomon",instance=~"${prefix}-${numbers}"}`;
}

/** The catalog entities of all sites, and the team that owns them. */
export function siteEntities(size: PlatformSize, prefix: string): object[] {
  const team = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'platform', title: 'Platform' },
    spec: { type: 'team', children: [] },
  };
  const sites = Array.from({ length: size.sites }, (_, site) =>
    Object.keys(STAGES).map(name =>
      siteEntity(size, prefix, site, name as keyof typeof STAGES),
    ),
  );
  return [team, ...sites.flat()];
}

function siteEntity(
  size: PlatformSize,
  prefix: string,
  site: number,
  name: keyof typeof STAGES,
): object {
  const own = siteName(site);
  const sendsTo = STAGES[name].map(to => `component:default/${own}-${to}`);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `${own}-${name}`,
      title: `${own} ${name}`,
      annotations: {
        'gomon.io/stage': STAGE_OF[name],
        'gomon.io/environment': environmentOf(size, site),
        ...(sendsTo.length > 0 && { 'gomon.io/sends-to': sendsTo.join(', ') }),
        ...(name === 'agent' && {
          'gomon.io/metrics-selector': selectorOfSite(prefix, site),
        }),
      },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/platform',
    },
  };
}

/** Where the servers are that all sites share. */
export interface SharedServers {
  /** Bootstrap addresses, separated by commas. */
  kafka: string;
  victoriaMetrics: string;
  aggregator: string;
}

/**
 * What stands below `gomon:` of a portal that watches the sites. Each environment has an instance of Kafka and of the
 * aggregator for its sites; all of them are the same servers.
 */
export function siteConfiguration(size: PlatformSize, servers: SharedServers) {
  const environments = Array.from(
    { length: size.environments },
    (_, index) => ({
      name: `region-${index}`,
    }),
  );
  const instances = environments.map(({ name }) => ({
    name,
    environment: name,
  }));
  return {
    environments,
    kafka: instances.map(instance => ({
      ...instance,
      brokers: servers.kafka.split(','),
      expectedBrokers: 1,
    })),
    // All hosts of all environments are in one database.
    victoriaMetrics: [{ name: 'all', url: servers.victoriaMetrics }],
    aggregator: instances.map(instance => ({
      ...instance,
      urls: [servers.aggregator],
    })),
  };
}
