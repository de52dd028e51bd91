import { readOptions } from './options';

describe('the arguments of yarn bench', () => {
  it('have defaults', () => {
    expect(readOptions([])).toEqual({
      runs: 5,
      messages: 200_000,
      alone: false,
      help: false,
    });
    expect(readOptions(['--runs', '2', '--alone'])).toMatchObject({
      runs: 2,
      alone: true,
    });
  });

  it.each([
    [['--runs', '0'], '--runs must be a whole number'],
    [['--messages', 'many'], '--messages must be a whole number'],
    [['--fast'], 'See yarn bench --help.'],
  ])('are refused when wrong: %j', (args, words) => {
    expect(() => readOptions(args)).toThrow(words);
  });
});
