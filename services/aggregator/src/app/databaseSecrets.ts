import { DatabaseAddresses } from '../database/addresses';
import { DatabaseSecrets } from '../database/databaseClient';
import { AggregatorValues } from '../settings';

/** The credentials as they are now: asked for at each request, so that rotated ones count. */
export function databaseSecrets(
  settings: AggregatorValues,
  { credentials }: DatabaseAddresses,
): () => DatabaseSecrets {
  const { username, password, bearerToken, tlsCa, tlsCert, tlsKey } = settings;
  const basic = (user: string, word: string) =>
    `Basic ${Buffer.from(`${user}:${word}`).toString('base64')}`;
  const authorization = () => {
    if (bearerToken) return `Bearer ${bearerToken.value()}`;
    if (username) return basic(username, password?.value() ?? '');
    return credentials && basic(credentials.username, credentials.password);
  };
  return () => ({
    authorization: authorization(),
    tls: {
      ...(tlsCa && { ca: tlsCa.value() }),
      ...(tlsCert && { cert: tlsCert.value() }),
      ...(tlsKey && { key: tlsKey.value() }),
    },
  });
}
