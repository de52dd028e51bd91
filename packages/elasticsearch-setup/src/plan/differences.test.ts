import { differences } from './differences';

describe('differences', () => {
  it('finds none where a server gives numbers and flags back as text', () => {
    expect(
      differences(
        { shards: '1', dynamic: 'false' },
        { shards: 1, dynamic: false },
      ),
    ).toEqual([]);
  });

  it('names the place and both values', () => {
    expect(differences({ a: { b: 1 } }, { a: { b: 2, c: 3 } })).toEqual([
      { path: 'a.b', is: 1, toBe: 2 },
      { path: 'a.c', is: undefined, toBe: 3 },
    ]);
  });

  it('finds what is there and is not to be', () => {
    expect(differences({ a: 1, b: { c: 1 } }, { a: 1 })).toEqual([
      { path: 'b', is: { c: 1 }, toBe: undefined },
    ]);
  });

  it('passes over what a server adds by itself, unless it was changed', () => {
    const defaults = { min_age: '0ms' };
    expect(
      differences({ hot: { min_age: '0ms' } }, { hot: {} }, defaults),
    ).toEqual([]);
    expect(
      differences({ hot: { min_age: '9d' } }, { hot: {} }, defaults),
    ).toHaveLength(1);
  });

  it('compares lists by order and length', () => {
    expect(differences({ a: ['x', 'y'] }, { a: ['x', 'y'] })).toEqual([]);
    expect(differences({ a: ['x', 'y'] }, { a: ['y', 'x'] })).toHaveLength(1);
    expect(differences({ a: ['x', 'y'] }, { a: ['x'] })).toHaveLength(1);
  });
});
