import { createPostgres, type Postgres } from '../postgres/createPostgres';
import { ensureSecret, writeSecret } from '../state/secret';
import { codeQualityFiles, type CodeQualityFiles } from './codeQualityFiles';
import { createSonarqube, type Sonarqube } from './createSonarqube';

/** Where SonarQube and its database are to be kept. */
export interface CodeQualityOptions {
  /** Holds the data of both and their passwords; state survives a restart. */
  dir: string;
  logDir?: string;
  /** Free ports where none are given. */
  sonarqubePort?: number;
  postgresqlPort?: number;
}

/** A SonarQube with its PostgreSQL, each of which can be stopped by itself. */
export interface CodeQuality {
  readonly postgres: Postgres;
  readonly sonarqube: Sonarqube;
  readonly files: CodeQualityFiles;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Prepares both as the specification has them: database and user `sonarqube`. */
export async function createCodeQuality(
  options: CodeQualityOptions,
): Promise<CodeQuality> {
  const { dir, logDir } = options;
  const files = codeQualityFiles(dir);
  const password = await ensureSecret(files.databasePassword);
  const postgres = await createPostgres({
    dir,
    logDir,
    port: options.postgresqlPort,
    user: 'sonarqube',
    password,
    database: 'sonarqube',
  });
  const sonarqube = await createSonarqube({
    dir,
    logDir,
    port: options.sonarqubePort,
    database: {
      port: postgres.port,
      name: 'sonarqube',
      user: 'sonarqube',
      password,
    },
  });
  return {
    postgres,
    sonarqube,
    files,
    async start() {
      await postgres.start();
      await sonarqube.start();
      await writeSecret(files.address, sonarqube.url);
    },
    async stop() {
      await sonarqube.stop();
      await postgres.stop();
    },
  };
}
