import { errors } from '@elastic/elasticsearch';

/** What went wrong between this command and Elasticsearch, and what to do, in one sentence. */
export function explain(error: unknown, url: string): string {
  const where = new URL(url).host;
  if (error instanceof errors.ResponseError) {
    const reason = reasonOf(error);
    switch (error.statusCode) {
      case 401:
        return `Elasticsearch at ${where} refused the credentials (401): set ELASTICSEARCH_USER and ELASTICSEARCH_PASSWORD, or ELASTICSEARCH_API_KEY.`;
      case 403:
        return `Elasticsearch at ${where} does not allow this user what the set-up needs (${reason}): give it the cluster privileges manage_ilm, manage_index_templates and monitor, and all privileges on the indices of the alias.`;
      default:
        return `Elasticsearch at ${where} answered ${error.statusCode}: ${reason}`;
    }
  }
  if (error instanceof errors.ProductNotSupportedError) {
    return `What answers at ${where} is not Elasticsearch: name an Elasticsearch 8 in ELASTICSEARCH_URL.`;
  }
  const said = error instanceof Error ? error.message : String(error);
  return `Elasticsearch at ${where} cannot be reached (${said}): check that it runs, that ELASTICSEARCH_URL is right, and the certificate where it is an https address (ELASTICSEARCH_CA_FILE).`;
}

function reasonOf(error: errors.ResponseError): string {
  const body = error.body as { error?: { reason?: string } } | string;
  return (
    (typeof body === 'object' && body?.error?.reason) ||
    error.message
  ).slice(0, 500);
}
