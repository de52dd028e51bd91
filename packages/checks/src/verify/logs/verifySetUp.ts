import { isDeepStrictEqual } from 'node:util';
import type { Client } from '@elastic/elasticsearch';
import type { Findings } from '../findings';
import { setUpCommand } from './setUpCommand';

const ALIAS = 'aggregator-logs';

/** What the original leaves behind: each by the write that makes it, and by what the command has to say. */
const LEFTOVERS = [
  {
    what: 'an index called like the alias, made by a write',
    index: ALIAS,
    said: `An index is called ${ALIAS}, the name of the write alias`,
    advice: `DELETE /${ALIAS}`,
  },
  {
    what: 'a write index that came into being by itself',
    index: `${ALIAS}-000001`,
    said: `${ALIAS}-000001 (1 documents) exist without the alias ${ALIAS}`,
    advice: '--adopt',
  },
];

/** Leftovers are named and left alone; then the set-up is run, and run again. */
export async function verifySetUp(
  client: Client,
  url: string,
  findings: Findings,
): Promise<void> {
  findings.ran('yarn workspace @gomon/elasticsearch-setup start');
  for (const { advice, index, said, what } of LEFTOVERS) {
    await client.index({ index, document: { metric_value: '71.375' } });
    await client.indices.refresh({ index });
    const before = await stateOf(client);
    const { code, output } = await setUpCommand(url);
    const untouched = isDeepStrictEqual(before, await stateOf(client));
    const sentence = output.split('\n').find(line => line.startsWith('x '));
    findings.holds(
      `set-up on a leftover: ${what}`,
      'refused with its name and what to do, nothing changed',
      `exit code ${code}, ${untouched ? 'nothing' : 'something'} changed: ${
        sentence?.slice(2) ?? output.trim()
      }`,
      code === 2 &&
        untouched &&
        output.includes(said) &&
        output.includes(advice),
    );
    await client.indices.delete({ index });
  }
  const first = await setUpCommand(url);
  findings.holds(
    'set-up on an empty server',
    'exit code 0',
    `exit code ${first.code}: ${first.output.trim()}`,
    first.code === 0,
  );
  const before = await stateOf(client);
  const second = await setUpCommand(url);
  const same = isDeepStrictEqual(before, await stateOf(client));
  findings.holds(
    'set-up run again',
    'changes nothing: the version of the cluster state is the same',
    `exit code ${second.code}, ${
      same ? 'the same version' : 'another version'
    }: ${second.output.trim()}`,
    second.code === 0 && same && second.output.includes('nothing to change'),
  );
}

/** Every change of settings, mappings, templates and aliases raises the version of the cluster state. */
async function stateOf(client: Client): Promise<unknown> {
  await client.cluster.health({ wait_for_no_initializing_shards: true });
  const { state_uuid, version } = (await client.cluster.state({
    metric: 'version',
  })) as { state_uuid: string; version: number };
  return { state_uuid, version };
}
