import { readFileSync } from 'node:fs';
import { Client } from '@elastic/elasticsearch';
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
