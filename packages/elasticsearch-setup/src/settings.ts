import {
  kinds,
  optional,
  secret,
  ValuesOf,
  withDefault,
} from '@gomon/service-kit';

/** What the set-up command is told by its environment. */
export const settings = {
  url: withDefault(
    'ELASTICSEARCH_URL',
    kinds.url(),
    'http://127.0.0.1:9200',
    'Address of Elasticsearch 8.',
  ),
  user: optional(
    'ELASTICSEARCH_USER',
    kinds.text(),
    'User, where security is on.',
  ),
  password: secret('ELASTICSEARCH_PASSWORD', 'Password of that user.'),
  apiKey: secret(
    'ELASTICSEARCH_API_KEY',
    'An API key in its encoded form, instead of user and password.',
  ),
  caFile: optional(
    'ELASTICSEARCH_CA_FILE',
    kinds.path(),
    'Certificate of the authority that signed the certificates of https addresses, as a PEM file.',
  ),
  kibanaUrl: optional(
    'KIBANA_URL',
    kinds.url(),
    'Address of Kibana 8, asked with the same credentials. Without it nothing is put into Kibana.',
  ),
  alias: withDefault(
    'ELASTICSEARCH_INDEX',
    kinds.text(),
    'aggregator-logs',
    'The write alias; indices are called after it, with -000001 and following.',
  ),
  replicas: withDefault(
    'ELASTICSEARCH_REPLICAS',
    kinds.integer(0, 10),
    '0',
    'Copies of each index. On a single node a copy has no place to go and the index stays yellow: 0.',
  ),
  lifecycle: withDefault(
    'ELASTICSEARCH_LIFECYCLE',
    kinds.choice(['on', 'off']),
    'on',
    'off leaves the lifecycle policy out: only for a development server that has no lifecycle engine.',
  ),
};

/** The values of those settings. */
export type SetupValues = ValuesOf<typeof settings>;

/** Problems that lie between several settings. */
export function crossCheck(values: SetupValues): string[] {
  const problems: string[] = [];
  if (values.apiKey && values.user) {
    problems.push(
      'ELASTICSEARCH_API_KEY and ELASTICSEARCH_USER are both set: give one',
    );
  }
  if ((values.user === undefined) !== (values.password === undefined)) {
    problems.push(
      'ELASTICSEARCH_USER and ELASTICSEARCH_PASSWORD belong together: one of them is not set',
    );
  }
  const addresses = [values.url, values.kibanaUrl];
  if (values.caFile && !addresses.some(url => url?.startsWith('https://'))) {
    problems.push('ELASTICSEARCH_CA_FILE is of use to an https address only');
  }
  return problems;
}
