import { CheckReport, Probe } from '@gomon/plugin-gomon-node';
import { toTopology } from '../catalog/toTopology';
import { entity } from '../testing/fixtures';
import { observe } from './observe';
import { Look } from './ProbeRunner';

const { components } = toTopology(
  [entity('kafka', 'broker'), entity('boards', 'dashboard')],
  'default',
);
const now = new Date('2026-01-01T12:00:00Z');
const probe: Probe = {
  id: 'pods',
  stages: ['broker', 'dashboard'],
  supplementary: true,
  look: async () => ({ components: [] }),
};
const replicas: CheckReport = {
  id: 'pods.replicas',
  title: 'Pods',
  status: 'ok',
  sentence: '3 of 3.',
};
const seen = (look: Look) =>
  Object.fromEntries(
    observe(components, [look], new Map(), now).components.map(
      ({ component, checks }) => [
        component.entity.metadata.name,
        checks.map(({ id }) => id),
      ],
    ),
  );

describe('a supplementary probe', () => {
  it('adds to a component that it reports on, and watches no other', () => {
    const report = {
      components: [
        { entityRef: 'component:default/kafka', checks: [replicas] },
      ],
    };
    expect(seen({ probe, outcome: 'report', report })).toEqual({
      kafka: ['pods.look', 'pods.replicas'],
      boards: ['setup'],
    });
  });

  it('is not missed by a component that it never reported on', () => {
    const failed: Look = { probe, outcome: 'failed', reason: 'no answer' };
    expect(seen(failed)).toEqual({ kafka: ['setup'], boards: ['setup'] });
  });
});
