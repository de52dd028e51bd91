import { readSecret, Problem } from '@gomon/dev-stack';

/** What the environment says. */
export interface Settings {
  url?: string;
  token?: string;
  adminPassword?: string;
  tokenFile?: string;
  projectKey: string;
}

/** The environment, as `yarn quality --help` shows it. */
export const settingsHelp = `  SONAR_HOST_URL             a SonarQube to use instead of one of ours
  SONAR_TOKEN                a token of a user there
  SONAR_PROJECT_KEY          key of the project (default gomon)
  SONAR_ADMIN_PASSWORD_FILE  instead of SONAR_TOKEN: password of the user admin, and
  SONAR_TOKEN_FILE           where a token of a technical user is kept; made when it is not there
`;

/** Reads the environment; a mistake is told in a sentence. */
export async function readSettings(env: NodeJS.ProcessEnv): Promise<Settings> {
  const url = env.SONAR_HOST_URL || undefined;
  const passwordFile = env.SONAR_ADMIN_PASSWORD_FILE;
  const settings: Settings = {
    url,
    token: env.SONAR_TOKEN || undefined,
    adminPassword: passwordFile && (await readSecret(passwordFile)),
    tokenFile: env.SONAR_TOKEN_FILE,
    projectKey: env.SONAR_PROJECT_KEY || 'gomon',
  };
  if (url && !URL.canParse(url)) {
    throw new Problem('SONAR_HOST_URL is not a URL: set it to one.');
  }
  const { adminPassword, token, tokenFile } = settings;
  if (url && !token && !(adminPassword && tokenFile)) {
    throw new Problem(
      'SONAR_HOST_URL is set and SONAR_TOKEN is not: make a token of a user there (My Account, Security) and set it.',
    );
  }
  if (!url && token) {
    throw new Problem(
      'SONAR_TOKEN is set and SONAR_HOST_URL is not: set the address it belongs to, or unset it.',
    );
  }
  return settings;
}
