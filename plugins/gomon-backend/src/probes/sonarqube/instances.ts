import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { ANNOTATION_SONARQUBE_PROJECT_KEY } from '@gomon/plugin-gomon-common';
import { Component } from '@gomon/plugin-gomon-node';

/** A SonarQube and how to be let in. */
export interface SonarqubeInstance {
  name: string;
  url: string;
  /** Where people reach it. */
  publicUrl: string;
  token?: string;
  /** How the token is sent. */
  authType: 'Bearer' | 'Basic';
}

/** A project that a component's annotation names. */
export interface ProjectKey {
  /** As it is named: `key` or `instance/key`. */
  asked: string;
  instance: string;
  key: string;
}

/** What the community's plugin calls the server that stands directly below its key. */
const DEFAULT = 'default';

/** What to add to the portal's configuration, where nobody told it where SonarQube is. */
export const setup = `sonarqube:
  instances:
    - name: default
      baseUrl: http://sonarqube:9000
      apiKey: \${SONARQUBE_TOKEN}`;

/** The servers of `sonarqube`, the key that portals have for the community's SonarQube plugin already. */
export function readSonarqubeInstances(
  config: RootConfigService,
): SonarqubeInstance[] {
  const own = config.getOptionalConfig('sonarqube');
  const named = (own?.getOptionalConfigArray('instances') ?? []).map(entry =>
    toInstance(entry.getString('name'), entry.getString('baseUrl'), entry),
  );
  const url = own?.getOptionalString('baseUrl');
  const isNamedToo = named.some(({ name }) => name === DEFAULT);
  return own && url && !isNamedToo
    ? [toInstance(DEFAULT, url, own), ...named]
    : named;
}

/** The projects of a component's annotation: `key` or `instance/key`, comma list. */
export function projectsOf({ entity }: Component): ProjectKey[] {
  const named =
    entity.metadata.annotations?.[ANNOTATION_SONARQUBE_PROJECT_KEY] ?? '';
  return named
    .split(',')
    .map(part => part.trim())
    .filter(Boolean)
    .map(asked => {
      const slash = asked.indexOf('/');
      return {
        asked,
        instance: slash < 0 ? DEFAULT : asked.slice(0, slash),
        key: asked.slice(slash + 1),
      };
    });
}

/** The server of a project. One without a name is looked for on the only server, whatever that is called. */
export function instanceOf(
  instances: readonly SonarqubeInstance[],
  { asked, instance }: ProjectKey,
): SonarqubeInstance | undefined {
  const isUnnamed = !asked.includes('/');
  return isUnnamed && instances.length === 1
    ? instances[0]
    : instances.find(({ name }) => name === instance);
}

function toInstance(
  name: string,
  url: string,
  config: Config,
): SonarqubeInstance {
  const authType = config.getOptionalString('authType');
  return {
    name,
    url,
    publicUrl: (config.getOptionalString('externalBaseUrl') ?? url).replace(
      /\/+$/,
      '',
    ),
    token: config.getOptionalString('apiKey'),
    authType: authType === 'Basic' ? 'Basic' : 'Bearer',
  };
}
