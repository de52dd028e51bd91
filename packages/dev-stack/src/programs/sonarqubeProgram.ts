import { join } from 'node:path';
import { findJava } from './java';
import { fetchMavenArtifact } from './mavenArtifact';

/** The Community Build that is fetched; the specification's 10.3 is not in the registry. */
export const SONARQUBE_VERSION = '26.9.0.129388';

const CHOICES =
  'set SONAR_HOST_URL and SONAR_TOKEN to a SonarQube that runs and a token of it';

/** A SonarQube that can be started. */
export interface SonarqubeProgram {
  /** The unpacked distribution. */
  home: string;
  java: string;
}

/** Fetches SonarQube once. It needs Java 21; the one that it brings along for scanners lacks a module that its search needs. */
export async function findSonarqube(): Promise<SonarqubeProgram> {
  const java = await findJava('SonarQube', CHOICES, 21);
  const folder = await fetchMavenArtifact({
    folder: `sonarqube-${SONARQUBE_VERSION}`,
    title: `SonarQube ${SONARQUBE_VERSION} (some 950 MB)`,
    coordinates: `org.sonarsource.sonarqube:sonar-application:${SONARQUBE_VERSION}:zip`,
    unpack: true,
    otherwise: CHOICES,
  });
  return { home: join(folder, `sonarqube-${SONARQUBE_VERSION}`), java };
}
