import { loadSettings } from '@gomon/service-kit';
import { crossCheck, settings } from './settings';

const load = (environment: Record<string, string>) =>
  loadSettings(settings, environment, crossCheck);

describe('the settings of the set-up command', () => {
  it('need nothing in development', () => {
    expect(load({})).toMatchObject({
      url: 'http://127.0.0.1:9200',
      alias: 'aggregator-logs',
      replicas: 0,
      lifecycle: 'on',
    });
  });

  it.each([
    [{ ELASTICSEARCH_USER: 'elastic' }, 'belong together'],
    [
      {
        ELASTICSEARCH_USER: 'u',
        ELASTICSEARCH_PASSWORD: 'p',
        ELASTICSEARCH_API_KEY: 'k',
      },
      'both set',
    ],
    [{ ELASTICSEARCH_CA_FILE: '/ca.pem' }, 'https address only'],
  ])('refuse %j', (environment, said) => {
    expect(() => load(environment)).toThrow(said);
  });
});
