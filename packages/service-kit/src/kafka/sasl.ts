import type { KafkaConfig, SASLOptions } from 'kafkajs';
import { KafkaValues } from './kafkaSettings';
import { mskToken } from './mskToken';

type SaslSettings = Pick<
  KafkaValues,
  | 'saslMechanism'
  | 'saslUsername'
  | 'saslPassword'
  | 'saslToken'
  | 'saslMskRegion'
>;

/**
 * The login of a connection. Password and token are asked for at each login, which is when a rotated one must count.
 */
export function saslOptions(settings: SaslSettings): KafkaConfig['sasl'] {
  const { saslMechanism, saslUsername, saslPassword } = settings;
  if (!saslMechanism) return undefined;
  if (saslMechanism === 'oauthbearer') {
    return {
      mechanism: saslMechanism,
      oauthBearerProvider: async () => ({ value: await bearerToken(settings) }),
    };
  }
  return {
    mechanism: saslMechanism,
    username: saslUsername ?? '',
    get password() {
      return saslPassword?.value() ?? '';
    },
  } as SASLOptions;
}

async function bearerToken({ saslToken, saslMskRegion }: SaslSettings) {
  return saslMskRegion ? mskToken(saslMskRegion) : saslToken?.value() ?? '';
}
