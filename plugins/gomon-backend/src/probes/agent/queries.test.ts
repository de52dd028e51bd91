import { countQuery, densestQuery, displacedAheadQuery } from './queries';

const SELECTOR = 'job="gomon"';

describe('queries about hosts by name', () => {
  it.each([countQuery, densestQuery, displacedAheadQuery])(
    'take a name for a name, whatever an agent calls itself',
    query => {
      const names = ['web.1', 'a"} or {job="x', 'b\\', 'c|d', '.*'];
      const text = query(SELECTOR, names);
      const [, matcher] = /instance=~("(?:[^"\\]|\\.)*")\}/.exec(text)!;
      const pattern = new RegExp(`^(?:${JSON.parse(matcher)})$`);
      expect(names.filter(name => pattern.test(name))).toEqual(names);
      expect(['webx1', 'c', 'd', 'other'].filter(n => pattern.test(n))).toEqual(
        [],
      );
    },
  );
});
