import { resolve } from 'node:path';
import { readFilebeatConfig } from './filebeatConfig';

const file = resolve(__dirname, '../../../k8s/monitoring/logs/filebeat.yml');

describe('readFilebeatConfig', () => {
  it('takes fingerprint, limit and fields from the configuration that is deployed', () => {
    expect(readFilebeatConfig(file, {})).toEqual({
      fingerprint: { enabled: true, offset: 0, length: 128 },
      maxLineBytes: 1048576,
      fields: {
        app: 'aggregator',
        environment: 'development',
        service: 'gomon',
      },
    });
  });

  it('fills in the environment', () => {
    const { fields } = readFilebeatConfig(file, { ENVIRONMENT: 'production' });
    expect(fields.environment).toBe('production');
  });
});
