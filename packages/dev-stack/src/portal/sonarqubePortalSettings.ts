import { readFileSync } from 'node:fs';
import { codeQualityFiles } from '../sonarqube/codeQualityFiles';
import type { StackContext } from '../stack/part';

/**
 * Configuration of the portal for the code-quality pipeline, as Backstage takes it from the environment: SonarQube under the
 * key of the community's plugin, PostgreSQL under gomon's. Secrets come from the files of the stack, and stand in no other.
 */
export function sonarqubePortalSettings({
  directories,
  env,
  ports,
  urls,
}: Pick<StackContext, 'directories' | 'env' | 'ports' | 'urls'>): Record<
  string,
  string
> {
  const files = codeQualityFiles(directories.state);
  const secret = (file: string) => readFileSync(file, 'utf8').trim();
  const apiKey = env.SONAR_HOST_URL ? env.SONAR_TOKEN : secret(files.token);
  return {
    APP_CONFIG_sonarqube_instances: JSON.stringify([
      {
        name: 'default',
        baseUrl: urls.sonarqube,
        apiKey,
        // What gomon takes for granted, the community's plugin does not.
        authType: 'Bearer',
      },
    ]),
    ...(!env.SONAR_HOST_URL && {
      APP_CONFIG_gomon_postgresql: JSON.stringify([
        {
          name: 'default',
          host: '127.0.0.1',
          port: ports.postgresql,
          database: 'sonarqube',
          user: 'sonarqube',
          password: secret(files.databasePassword),
        },
      ]),
    }),
  };
}
