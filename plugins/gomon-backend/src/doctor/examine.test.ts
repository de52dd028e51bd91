import { Check, EntityHealth } from '@gomon/plugin-gomon-common';
import { toTopology } from '../catalog/toTopology';
import { entity } from '../testing/fixtures';
import { examine } from './examine';

const kubernetes = { 'backstage.io/kubernetes-id': 'x' };

function kinds(
  entities: ReturnType<typeof entity>[],
  checks: Partial<Check>[] = [],
): string[] {
  const topology = toTopology(entities, 'default');
  const health = { checks } as EntityHealth;
  const healths = new Map([[topology.components[0].entityRef, health]]);
  return examine(topology, healths).map(({ kind }) => kind);
}

describe('examine', () => {
  const last = entity('board', 'dashboard', { annotations: kubernetes });

  it('finds nothing where nothing is missing', () => {
    expect(kinds([last])).toEqual([]);
  });

  it('names what is not configured and what refuses gomon', () => {
    expect(
      kinds(
        [last],
        [
          { status: 'not-configured', sentence: '' },
          { status: 'unauthorised', sentence: '' },
          { status: 'down', sentence: '' },
        ],
      ),
    ).toEqual(['configuration-missing', 'permission-missing']);
  });

  it('names flows that lead nowhere and that are missing', () => {
    const lost = entity('agent', 'agent', {
      sendsTo: 'component:default/nobody',
      annotations: kubernetes,
    });
    expect(kinds([lost])).toEqual(['flow-broken']);
    const alone = entity('agent', 'agent', { annotations: kubernetes });
    expect(kinds([alone])).toEqual(['flow-missing']);
  });

  it('names a stage that nobody knows, and commands that cannot be filled in', () => {
    const odd = entity('odd', 'teapot', {
      sendsTo: 'odd',
      annotations: kubernetes,
    });
    expect(kinds([odd])).toEqual(['stage-unknown']);
    expect(kinds([entity('board', 'dashboard')])).toEqual(['runbook-missing']);
  });

  it('gives the lines to add', () => {
    const topology = toTopology([entity('agent', 'agent')], 'default');
    for (const { action } of examine(topology, new Map())) {
      expect(action.configuration).toMatch(/^metadata:\n {2}annotations:\n/);
    }
  });
});
