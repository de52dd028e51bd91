import { KibanaAnswerError } from './KibanaClient';

/** What went wrong between this command and Kibana, and what to do, in one sentence. */
export function explainKibana(error: unknown, url: string): string {
  const where = new URL(url).host;
  if (!(error instanceof KibanaAnswerError)) {
    const said = error instanceof Error ? error.message : String(error);
    return said.startsWith('Kibana ')
      ? said
      : `Kibana at ${where} cannot be reached (${said}): check that it runs, that KIBANA_URL is right, and the certificate where it is an https address (ELASTICSEARCH_CA_FILE).`;
  }
  switch (error.status) {
    case 401:
      return `Kibana at ${where} refused the credentials (401): they are those of Elasticsearch, ELASTICSEARCH_USER and ELASTICSEARCH_PASSWORD, or ELASTICSEARCH_API_KEY.`;
    case 403:
      return `Kibana at ${where} does not allow this user to keep saved objects (${error.message}): give it the Kibana privilege Saved Objects Management: All.`;
    case 503:
      return `Kibana at ${where} is not available yet (${error.message}): wait until it has started and reaches its Elasticsearch, and run this again.`;
    default:
      return `Kibana at ${where} answered ${error.status}: ${error.message}`;
  }
}
