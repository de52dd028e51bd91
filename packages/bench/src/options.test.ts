import { readOptions } from './options';

describe('the arguments of yarn bench', () => {
  it('have defaults', () => {
    expect(readOptions([])).toEqual({
      runs: 5,
      messages: 200_000,
      alone: false,
      parts: ['backlog', 'steady'],
      hosts: [10_000, 50_000, 100_000],
      seconds: 120,
      help: false,
    });
    expect(readOptions(['--runs', '2', '--alone'])).toMatchObject({
      runs: 2,
      alone: true,
    });
    expect(readOptions(['steady', '--hosts', '5,70'])).toMatchObject({
      parts: ['steady'],
      hosts: [5, 70],
    });
  });

  it.each([
    [['--runs', '0'], '--runs must be a whole number'],
    [['--messages', 'many'], '--messages must be a whole number'],
    [['--hosts', '5,,7'], '--hosts must be a whole number'],
    [['memory'], 'There is no part memory'],
    [['--fast'], 'See yarn bench --help.'],
  ])('are refused when wrong: %j', (args, words) => {
    expect(() => readOptions(args)).toThrow(words);
  });
});
