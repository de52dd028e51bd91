import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import { addressesOf } from './addresses';
import { placesOf } from './places';

const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'aggregator', annotations },
});

const addresses = {
  grafana: 'https://grafana.example.com',
  kibana: 'https://kibana.example.com',
};

const urlOf = (annotations: Record<string, string>, variables = {}) => {
  const { places } = placesOf(entity(annotations), addresses, '24h', variables);
  return new URL(places[0].url);
};

describe('placesOf', () => {
  it('fills range and variables of a dashboard in', () => {
    const url = urlOf(
      {
        'grafana/overview-dashboard': 'gomon-fleet',
        'gomon.io/metrics-selector': '{job="gomon", scope!="container"}',
        'gomon.io/environment': 'production',
      },
      { instance: 'rack 1/a' },
    );
    expect(url.origin + url.pathname).toBe(
      'https://grafana.example.com/d/gomon-fleet',
    );
    expect(Object.fromEntries(url.searchParams)).toEqual({
      from: 'now-24h',
      to: 'now',
      'var-job': 'gomon',
      'var-environment': 'production',
      'var-instance': 'rack 1/a',
    });
  });

  it('takes a whole address, and what stands in it, from the annotation', () => {
    const url = urlOf({
      'grafana/overview-dashboard': 'https://other.example.com/d/x/y?orgId=2',
    });
    expect(url.origin).toBe('https://other.example.com');
    expect(url.searchParams.get('orgId')).toBe('2');
  });

  it('leads to the dashboards with a tag', () => {
    const url = urlOf({ 'grafana/dashboard-selector': 'team:platform' });
    expect(url.searchParams.get('tag')).toBe('team:platform');
  });

  it('leads to all dashboards where Grafana would not understand the selector', () => {
    const url = urlOf({ 'grafana/dashboard-selector': '(a || b) && c' });
    expect(url.pathname + url.search).toBe('/dashboards');
  });

  it('fills range and data view of Discover in, whatever is in the name', () => {
    const url = urlOf({ 'gomon.io/kibana-data-view': "gomon's logs!" });
    expect(url.hash).toContain('time:(from:now-24h,to:now)');
    expect(decodeURI(url.hash)).toContain(
      "dataViewId:'gomon!'s logs!!',type:dataView",
    );
  });

  it('names the servers that nobody has told of', () => {
    const annotations = {
      'grafana/overview-dashboard': 'gomon-fleet',
      'grafana/dashboard-selector': 'gomon',
      'gomon.io/kibana-data-view': 'logs',
    };
    expect(placesOf(entity(annotations), {}, '1h')).toEqual({
      places: [],
      missing: ['grafana', 'kibana'],
    });
  });

  it('leads nowhere but to the web', () => {
    const annotations = { 'grafana/overview-dashboard': 'data:text/html,x' };
    expect(urlOf(annotations).protocol).toBe('https:');
  });
});

describe('addressesOf', () => {
  const kibana = [
    {
      name: 'a',
      environment: 'production',
      publicUrl: 'https://a.example.com/',
    },
    { name: 'b', publicUrl: 'https://b.example.com' },
  ];
  const config = new ConfigReader({
    grafana: { domain: 'https://grafana.example.com/' },
    gomon: { kibana },
  });

  it.each([
    [{}, 'https://b.example.com'],
    [{ 'gomon.io/environment': 'production' }, 'https://a.example.com'],
    [{ 'gomon.io/instance': 'a' }, 'https://a.example.com'],
    [{ 'gomon.io/instance': 'elsewhere' }, undefined],
  ])('finds the Kibana of an entity with %j', (annotations, expected) => {
    expect(addressesOf(config, entity(annotations))).toEqual({
      grafana: 'https://grafana.example.com',
      kibana: expected,
    });
  });

  it('takes nothing for an address that is not of the web', () => {
    const odd = new ConfigReader({
      grafana: { domain: 'data:text/html,x' },
    });
    expect(addressesOf(odd, entity({}))).toEqual({});
  });
});
