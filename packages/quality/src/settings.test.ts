import { readSettings } from './settings';

describe('readSettings', () => {
  it('needs nothing', async () => {
    await expect(readSettings({})).resolves.toMatchObject({
      projectKey: 'gomon',
      url: undefined,
    });
  });

  it('takes a server with its token, and another key', async () => {
    const env = {
      SONAR_HOST_URL: 'https://sonarqube.example',
      SONAR_TOKEN: 'squ_secret',
      SONAR_PROJECT_KEY: 'Agent-Aggregator-On-GO',
    };
    await expect(readSettings(env)).resolves.toMatchObject({
      url: 'https://sonarqube.example',
      token: 'squ_secret',
      projectKey: 'Agent-Aggregator-On-GO',
    });
  });

  it.each([
    [{ SONAR_HOST_URL: 'https://sonarqube.example' }, /SONAR_TOKEN is not/],
    [{ SONAR_TOKEN: 'squ_secret' }, /SONAR_HOST_URL is not/],
    [{ SONAR_HOST_URL: 'no address', SONAR_TOKEN: 'x' }, /not a URL/],
  ])('says what is missing of %j', async (env, words) => {
    await expect(readSettings(env)).rejects.toThrow(words);
  });
});
