import { DEFAULT_FLEET, firstLife, hostName } from '../model/fleetModel';
import {
  COMPONENTS_PER_SITE,
  HOSTS_PER_SITE,
  LARGE,
  selectorOfSite,
  siteConfiguration,
  siteEntities,
} from './sites';

const { prefix } = DEFAULT_FLEET;

describe('a platform of many sites', () => {
  it('has a thousand components and ten thousand hosts', () => {
    expect(LARGE.sites * COMPONENTS_PER_SITE).toBe(1000);
    expect(LARGE.sites * HOSTS_PER_SITE).toBe(10_000);
    const components = siteEntities(LARGE, prefix).slice(1);
    expect(components).toHaveLength(1000);
  });

  it('gives every host of the fleet to the one site that selects it', () => {
    const patterns = Array.from({ length: LARGE.sites }, (_, site) => {
      const [, pattern] = /instance=~"(.*)"/.exec(
        selectorOfSite(prefix, site),
      )!;
      return new RegExp(`^(?:${pattern})$`);
    });
    const counts = Array.from({ length: LARGE.sites }, () => 0);
    for (let host = 0; host < LARGE.sites * HOSTS_PER_SITE; host++) {
      const name = hostName(DEFAULT_FLEET, firstLife(host));
      const owners = patterns.flatMap((pattern, site) =>
        pattern.test(name) ? [site] : [],
      );
      expect(owners).toEqual([Math.floor(host / HOSTS_PER_SITE)]);
      counts[owners[0]] += 1;
    }
    expect(new Set(counts)).toEqual(new Set([HOSTS_PER_SITE]));
  });

  it('configures Kafka and the aggregator for every environment, and one database for all', () => {
    const { kafka, victoriaMetrics, aggregator, environments } =
      siteConfiguration(LARGE, {
        kafka: 'a:1,b:2',
        victoriaMetrics: 'http://vm',
        aggregator: 'http://aggregator',
      });
    expect(environments).toHaveLength(LARGE.environments);
    expect(victoriaMetrics).toEqual([{ name: 'all', url: 'http://vm' }]);
    for (const instances of [kafka, aggregator]) {
      expect(instances.map(({ environment }) => environment)).toEqual(
        environments.map(({ name }) => name),
      );
    }
    expect(kafka[0].brokers).toEqual(['a:1', 'b:2']);
  });
});
