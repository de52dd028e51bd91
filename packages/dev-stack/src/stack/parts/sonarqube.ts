import { Problem } from '../../problem';
import { setUpCodeQuality } from '../../sonarqube/setUpCodeQuality';
import { codeQualityFiles } from '../../sonarqube/codeQualityFiles';
import { createCodeQuality } from '../../sonarqube/createCodeQuality';
import type { StackPart } from '../part';

/** The code-quality pipeline: SonarQube on its PostgreSQL, with gomon's gate and project. */
export const sonarqube: StackPart = {
  name: 'sonarqube',
  title: 'SonarQube',
  optional: true,
  portSetting:
    'move the whole stack by --port-offset, or set SONAR_HOST_URL and SONAR_TOKEN to the SonarQube that is to be used',
  portsOf: ({ env, ports }) =>
    env.SONAR_HOST_URL ? [] : [ports.sonarqube, ports.postgresql],
  addressOf: context => context.urls.sonarqube,
  async prepare({ directories, env, ports, urls }) {
    if (env.SONAR_HOST_URL) {
      if (!env.SONAR_TOKEN) {
        throw new Problem(
          'SONAR_HOST_URL names a SonarQube and SONAR_TOKEN is not set: make a token of a user there (My Account, Security) and set it.',
        );
      }
      return {
        components: [],
        external: 'SONAR_HOST_URL',
        start: () => setUpCodeQuality(urls.sonarqube, env),
      };
    }
    const files = codeQualityFiles(directories.state);
    const servers = await createCodeQuality({
      dir: directories.state,
      logDir: directories.logs,
      sonarqubePort: ports.sonarqube,
      postgresqlPort: ports.postgresql,
    });
    return {
      components: [servers.postgres, servers.sonarqube],
      async start() {
        await servers.start();
        await setUpCodeQuality(urls.sonarqube, {
          PATH: env.PATH,
          SONAR_ADMIN_PASSWORD_FILE: files.adminPassword,
          SONAR_TOKEN_FILE: files.token,
        });
      },
      isWorthShowing: line => /\b(WARN|ERROR|FATAL)\b/.test(line),
    };
  },
};
