import { join } from 'node:path';

/** What is to be known of a SonarQube of ours; each file may be read by its owner alone. */
export interface CodeQualityFiles {
  /** Base URL of the one that was started last. */
  address: string;
  /** Password of SonarQube's user `admin`. */
  adminPassword: string;
  /** Password of PostgreSQL's user `sonarqube`. */
  databasePassword: string;
  /** Token with which projects are analysed and read. */
  token: string;
}

/** Where the secrets are kept below a state folder. */
export function codeQualityFiles(dir: string): CodeQualityFiles {
  const file = (name: string) => join(dir, 'sonarqube', name);
  return {
    address: file('address'),
    adminPassword: file('admin-password'),
    databasePassword: file('database-password'),
    token: file('token'),
  };
}
