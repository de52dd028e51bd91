import { matchersOf } from './matchers';

const holds = (selector: string, labels: Record<string, string>) =>
  matchersOf(selector)!.every(({ label, matches }) =>
    matches(labels[label] ?? ''),
  );

describe('matchersOf', () => {
  it.each<[string, boolean]>([
    ['job="gomon"', true],
    ['job="gomon",instance="web-1"', true],
    ['job="gomon",instance="web"', false],
    ['instance=~"web"', false],
    ['instance=~"web-[0-9]+|db"', true],
    ['instance!~"web-.*"', false],
    ['instance!="web-2",environment=""', true],
    ['environment!=""', false],
    ['instance=~"web\\\\-1"', true],
  ])('reads %s as the database does', (selector, expected) => {
    expect(holds(selector, { job: 'gomon', instance: 'web-1' })).toBe(expected);
  });

  it.each(['instance=~"(?i)WEB-1"', 'instance=~"["', 'instance="\\x41"'])(
    'leaves %s to the database',
    selector => {
      expect(matchersOf(selector)).toBeUndefined();
    },
  );
});
