import { byCodeUnits } from '@gomon/service-kit';
import type { Findings } from '../findings';
import type { Cluster } from './cluster';

interface SecretList {
  items: {
    metadata: { name: string; resourceVersion: string };
    data?: Record<string, string>;
  }[];
}

/** The command that makes the Secrets: all there, nothing printed, nothing changed by a second run. */
export async function verifySecrets(
  cluster: Cluster,
  findings: Findings,
): Promise<void> {
  findings.ran('k8s/create-secrets.sh   # twice');
  const printed = await cluster.createSecrets();
  const list = () =>
    cluster.json<SecretList>('--namespace', 'monitoring', 'get', 'secrets');
  const first = await list();
  const again = await cluster.createSecrets();
  const second = await list();
  const values = first.items.flatMap(({ data }) =>
    Object.values(data ?? {}).map(value =>
      Buffer.from(value, 'base64').toString(),
    ),
  );
  // Short ones are no secrets: names of users.
  const secret = values.filter(value => value.length >= 16);
  const leaked = secret.filter(value => `${printed}${again}`.includes(value));
  findings.holds(
    `secret values printed (of ${secret.length})`,
    'none',
    leaked.length === 0 ? 'none' : String(leaked.length),
    leaked.length === 0,
  );
  findings.holds(
    'secret values that are the same',
    'none',
    String(secret.length - new Set(secret).size),
    new Set(secret).size === secret.length,
  );
  const versions = ({ items }: SecretList) =>
    items
      .map(({ metadata }) => `${metadata.name} ${metadata.resourceVersion}`)
      .sort(byCodeUnits)
      .join();
  const same = versions(first) === versions(second);
  findings.holds(
    'secrets after the second run',
    'as they were',
    same ? 'as they were' : 'changed',
    same,
  );
}
