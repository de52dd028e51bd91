import { ConfigReader } from '@backstage/config';
import { canStart } from './canStart';

const server = { baseUrl: 'http://sonarqube.local', apiKey: 'token' };
const { apiKey, ...tokenless } = server;

describe('the backend of the SonarQube tab', () => {
  it.each([
    ['one server', server],
    ['instances', { instances: [{ name: 'default', ...server }] }],
  ])('starts with %s', (_, sonarqube) => {
    expect(canStart(new ConfigReader({ sonarqube }))).toBe(true);
  });

  it.each([
    ['nothing is configured', undefined],
    ['no server is named', { instances: [] }],
    ['the token is not there yet', tokenless],
    ['the token is empty', { ...server, apiKey: '' }],
    [
      'one of several has no token',
      {
        instances: [
          { name: 'default', ...server },
          { name: 'other', ...tokenless },
        ],
      },
    ],
  ])('is left out where %s', (_, sonarqube) => {
    expect(canStart(new ConfigReader({ sonarqube }))).toBe(false);
  });
});
