import { readFileSync } from 'node:fs';
import { Client } from '@elastic/elasticsearch';
import { KibanaClient } from './kibana/KibanaClient';
import { SetupValues } from './settings';

/** A client of the 8.x line: a 9.x client is refused by the 8.7 server of the specification. */
export function connect(values: SetupValues): Client {
  const { apiKey, caFile, password, url, user } = values;
  return new Client({
    node: url,
    ...(apiKey && { auth: { apiKey: apiKey.value() } }),
    ...(user &&
      password && { auth: { username: user, password: password.value() } }),
    ...(caFile && { tls: { ca: readFileSync(caFile) } }),
    requestTimeout: 30_000,
    maxRetries: 2,
  });
}

/** Kibana knows the users and API keys of its Elasticsearch: it is asked with the same credentials. */
export function connectKibana(url: string, values: SetupValues): KibanaClient {
  const { apiKey, caFile, password, user } = values;
  const basic = user && password && Buffer.from(`${user}:${password.value()}`);
  const authorization =
    (apiKey && `ApiKey ${apiKey.value()}`) ||
    (basic && `Basic ${basic.toString('base64')}`);
  return new KibanaClient({
    url,
    authorization,
    ca: caFile && url.startsWith('https://') ? readFileSync(caFile) : undefined,
  });
}
