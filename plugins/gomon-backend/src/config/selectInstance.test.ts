import { toTopology } from '../catalog/toTopology';
import { entity } from '../testing/fixtures';
import { selectInstance } from './selectInstance';

const component = (annotations: Record<string, string> = {}) =>
  toTopology([entity('kafka', 'broker', { annotations })], 'default')
    .components[0];

const shared = { name: 'shared' };
const production = { name: 'production', environment: 'production' };

describe('selectInstance', () => {
  it('takes the only instance', () => {
    expect(selectInstance([shared], component())).toBe(shared);
  });

  it('prefers the instance of the environment', () => {
    const inProduction = component({ 'gomon.io/environment': 'production' });
    expect(selectInstance([shared, production], inProduction)).toBe(production);
    expect(selectInstance([shared, production], component())).toBe(shared);
  });

  it('takes the one that the entity names', () => {
    const named = component({ 'gomon.io/instance': 'production' });
    expect(selectInstance([shared, production], named)).toBe(production);
  });

  it('guesses nothing where several could be meant', () => {
    expect(
      selectInstance([shared, { name: 'other' }], component()),
    ).toBeUndefined();
  });

  it('does not lend the instance of one environment to another', () => {
    expect(selectInstance([production], component())).toBeUndefined();
  });
});
