import { nothing } from './counts';
import { select } from './select';

const all = ['types', 'lint', 'unit', 'integration', 'browser'].map(name => ({
  name,
  title: name,
  run: async () => ({ counts: nothing }),
}));

const names = (...args: string[]) =>
  select(args, all).steps.map(step => step.name);

describe('select', () => {
  it('takes all steps without arguments', () => {
    expect(names()).toHaveLength(5);
  });

  it('takes the steps that are named, in the order of the run', () => {
    expect(names('unit', 'lint')).toEqual(['lint', 'unit']);
  });

  it.each([
    ['packages/wire/src/codec.test.ts', ['unit']],
    ['services/agent/integration', ['integration']],
    ['packages/app/browser/portal.test.ts', ['browser']],
    ['services/agent', ['unit', 'integration']],
  ])('knows the kind of tests in %s', (path, expected) => {
    expect(names(path)).toEqual(expected);
    expect(select([path], all).paths).toEqual([path]);
  });

  it('says what exists when a word is neither a step nor a path', () => {
    expect(() => names('untit')).toThrow(
      'Nothing was tested: untit is neither a step nor a path: the steps are types, lint, unit, integration, browser.',
    );
  });
});
