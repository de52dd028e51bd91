import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entity } from '../testing/fixtures';
import { Visibility } from './Visibility';

const someone = mockCredentials.user('user:default/someone');
const ref = (name: string) => `component:default/${name}`;

function catalog() {
  const clock = { now: 0 };
  const hidden = new Set<string>();
  const asked: string[][] = [];
  const service = catalogServiceMock.mock({
    getEntitiesByRefs: async ({ entityRefs }) => {
      asked.push(entityRefs);
      return {
        items: entityRefs.map(own =>
          hidden.has(own) ? undefined : entity(own.split('/')[1], 'broker'),
        ),
      };
    },
  });
  const visibility = new Visibility(service, () => clock.now);
  const readable = (...names: string[]) =>
    visibility.readable(names.map(ref), someone);
  return { clock, hidden, asked, visibility, readable };
}

describe('Visibility', () => {
  it('asks once in ten seconds, also while the catalog is still busy', async () => {
    const { asked, clock, readable } = catalog();
    const answers = await Promise.all([readable('a', 'b'), readable('b', 'a')]);
    expect(answers[1]).toEqual(new Set([ref('b'), ref('a')]));
    clock.now = 9_999;
    await readable('a');
    expect(asked).toEqual([[ref('a'), ref('b')]]);
  });

  it('asks after that for all that was used, and for nothing that no longer is', async () => {
    const { asked, clock, readable } = catalog();
    await readable('a');
    await readable('b', 'c');
    clock.now = 10_000;
    await readable('a', 'b');
    expect(asked.at(-1)).toEqual([ref('a'), ref('b'), ref('c')]);
    clock.now = 20_000;
    await readable('b');
    expect(asked.at(-1)).toEqual([ref('b'), ref('a')]);
  });

  it('no longer shows within ten seconds what was hidden', async () => {
    const { clock, hidden, readable, visibility } = catalog();
    expect(await readable('a')).toEqual(new Set([ref('a')]));
    hidden.add(ref('a'));
    clock.now = 10_000;
    expect(await readable('a')).toEqual(new Set());
    expect(await visibility.entity(ref('a'), someone)).toBeUndefined();
  });

  it('asks again after the catalog has failed', async () => {
    let fails = true;
    const visibility = new Visibility(
      catalogServiceMock.mock({
        getEntitiesByRefs: async () => {
          if (fails) throw new Error('away');
          return { items: [entity('a', 'broker')] };
        },
      }),
    );
    await expect(visibility.readable([ref('a')], someone)).rejects.toThrow(
      'away',
    );
    fails = false;
    expect(await visibility.entity(ref('a'), someone)).toEqual({
      entityRef: ref('a'),
      title: 'a',
      stage: 'broker',
    });
  });
});
