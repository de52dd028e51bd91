import { Problem, sentenceOf } from '@gomon/dev-stack';
import { SonarqubeError } from './SonarqubeClient';

/** What went wrong between this command and SonarQube, and what to do, in one sentence. */
export function explain(error: unknown, url: string): string {
  if (error instanceof Problem) return error.message;
  const where = new URL(url).host;
  if (error instanceof SonarqubeError) {
    switch (error.status) {
      case 401:
        return `SonarQube at ${where} refused the credentials (401): make a new token (My Account, Security) and set SONAR_TOKEN.`;
      case 403:
        return `SonarQube at ${where} does not allow this user what is needed (${error.message}): it takes Administer Quality Gates and Create Projects to set gomon up, and Execute Analysis to scan.`;
      default:
        return `SonarQube at ${where} answered ${error.message}`;
    }
  }
  return `SonarQube at ${where} could not be asked (${sentenceOf(
    error,
  )}): check that it runs and that SONAR_HOST_URL is right.`;
}
