import { readOptions } from './options';

describe('the arguments of yarn bench', () => {
  it('have defaults', () => {
    expect(readOptions([])).toMatchObject({
      runs: 5,
      messages: undefined,
      alone: false,
      parts: [
        ...['backlog', 'millions', 'steady', 'growth', 'scale-out'],
        ...['agent', 'pages'],
      ],
      hosts: [10_000, 50_000, 100_000],
      aggregators: [1, 2, 4],
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
    expect(readOptions(['agent', '--memory', '--minutes', '3'])).toMatchObject({
      parts: ['agent'],
      memory: true,
      minutes: 3,
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
