import { readOptions } from './options';

describe('yarn fleet', () => {
  it('reads times, shares and numbers', () => {
    const args = [
      '--hosts',
      '7',
      '--interval',
      '500ms',
      '--since',
      '1h',
      '--for',
      '2m',
      '--go',
      '0.25',
    ];
    const { model, untilMs } = readOptions(args, 1e12);
    expect(model).toMatchObject({
      hosts: 7,
      intervalMs: 500,
      startMs: 1e12 - 36e5,
      goShare: 0.25,
    });
    expect(untilMs).toBe(1e12 + 120_000);
    expect(readOptions([], 0).untilMs).toBe(Infinity);
  });

  it.each([
    [['--hosts', '0'], '--hosts'],
    [['--hosts', 'many'], '--hosts'],
    [['--interval', '30'], '--interval'],
    [['--churn', '-1'], '--churn'],
    [['--speed', '1'], '--speed'],
  ])('names what is wrong with %j', (args, name) => {
    expect(() => readOptions(args, 0)).toThrow(name);
  });
});
