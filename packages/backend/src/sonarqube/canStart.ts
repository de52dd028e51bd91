import type { Config } from '@backstage/config';

/** Whether `sonarqube` names a server, by itself or among its instances, and a token for each that it names. */
export function canStart(config: Config): boolean {
  const sonarqube = config.getOptionalConfig('sonarqube');
  if (!sonarqube) return false;
  const servers = [
    sonarqube,
    ...(sonarqube.getOptionalConfigArray('instances') ?? []),
  ].filter(server => server.has('baseUrl'));
  return (
    servers.length > 0 &&
    servers.every(server => Boolean(server.getOptional('apiKey')))
  );
}
