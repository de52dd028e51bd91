import { databaseAddresses } from './addresses';

const hrefs = (url: string, storage: string[] = []) => {
  const { importUrl, metricsUrls } = databaseAddresses(url, storage);
  return [importUrl.href, ...metricsUrls.map(metrics => metrics.href)];
};

describe('databaseAddresses', () => {
  it.each([
    'http://vm:8428',
    'http://vm:8428/',
    'http://vm:8428/api/v1/import',
    'http://vm:8428/api/v1/import/',
  ])('understands %s', url => {
    expect(hrefs(url)).toEqual([
      'http://vm:8428/api/v1/import',
      'http://vm:8428/metrics',
    ]);
  });

  it('keeps a path in front, and the query', () => {
    expect(hrefs('https://proxy/vm/?extra_label=a%3Db')).toEqual([
      'https://proxy/vm/api/v1/import?extra_label=a%3Db',
      'https://proxy/vm/metrics?extra_label=a%3Db',
    ]);
  });

  it('watches the storage nodes of a cluster', () => {
    expect(
      hrefs('http://vminsert:8480/insert/0/prometheus', [
        'http://s1:8482',
        'http://s2:8482/',
      ]),
    ).toEqual([
      'http://vminsert:8480/insert/0/prometheus/api/v1/import',
      'http://s1:8482/metrics',
      'http://s2:8482/metrics',
    ]);
  });

  it('asks for the storage nodes when the address is that of a cluster', () => {
    expect(() =>
      databaseAddresses('http://vminsert:8480/insert/0/prometheus'),
    ).toThrow('vmstorage');
  });

  it('takes credentials out of the address', () => {
    const addresses = databaseAddresses('http://me:p%40ss@vm:8428');
    expect(addresses.credentials).toEqual({ username: 'me', password: 'p@ss' });
    expect(addresses.importUrl.href).toBe('http://vm:8428/api/v1/import');
  });

  it.each(['', 'vm:8428', 'ftp://vm', 'http://'])('refuses %p', url => {
    expect(() => databaseAddresses(url)).toThrow('not an http');
  });
});
