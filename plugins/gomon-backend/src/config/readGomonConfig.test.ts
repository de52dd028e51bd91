import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readGomonConfig } from './readGomonConfig';

const read = (gomon?: JsonObject) =>
  readGomonConfig(new ConfigReader(gomon ? { gomon } : {}));

/** The mistakes that reading reports, one a line. */
function mistakes(gomon: JsonObject): string {
  try {
    read(gomon);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('readGomonConfig', () => {
  it('works without any configuration', () => {
    const config = read();
    expect(config.engine).toEqual({ interval: 15_000, timeLimit: 4_000 });
    expect(config.environments).toEqual([{ name: 'default' }]);
    expect(config.runbook.commands).toBe('kubernetes');
    expect(config.kafka).toEqual([]);
  });

  it('takes brokers as a list and as the comma list of an environment variable', () => {
    const config = read({
      kafka: [
        { name: 'a', brokers: 'one:9092, two:9092' },
        { name: 'b', brokers: ['three:9092'] },
      ],
    });
    expect(config.kafka.map(({ brokers }) => brokers)).toEqual([
      ['one:9092', 'two:9092'],
      ['three:9092'],
    ]);
  });

  it.each([[{ seconds: 5 }], ['5s'], ['PT5S']])(
    'takes a duration as %j',
    interval => {
      expect(read({ engine: { interval } }).engine.interval).toBe(5000);
    },
  );

  it.each<[string, JsonObject, string]>([
    ['a key that nobody knows', { kafak: [] }, 'kafak'],
    [
      'a missing address',
      { victoriaMetrics: [{}] },
      'gomon.victoriaMetrics[0].url:',
    ],
    [
      'an address that is none',
      { aggregator: [{ urls: ['ftp://x'] }] },
      'gomon.aggregator[0].urls[0]: expected a URL that starts with http:// or https://',
    ],
    [
      'a duration of nothing',
      { engine: { interval: { seconds: 0 } } },
      'gomon.engine.interval: expected a duration longer than zero',
    ],
    [
      'an empty list of brokers',
      { kafka: [{ brokers: '' }] },
      'gomon.kafka[0].brokers: expected at least one entry',
    ],
    [
      'a count that is no number',
      { kafka: [{ brokers: 'a:1', expectedBrokers: 'many' }] },
      'gomon.kafka[0].expectedBrokers: expected a whole number',
    ],
    [
      'two instances of one name',
      { kafka: [{ brokers: 'a:1' }, { brokers: 'b:1' }] },
      'gomon.kafka[1].name: expected a name that no other instance has',
    ],
  ])('names %s by its path', (_, gomon, expected) => {
    expect(mistakes(gomon)).toContain(expected);
  });

  it('names all mistakes at once', () => {
    const message = mistakes({
      engine: { interval: 'soon' },
      victoriaMetrics: [{ url: 'nowhere' }],
    });
    expect(message).toContain('2 mistakes');
    expect(message).toContain('gomon.engine.interval');
    expect(message).toContain('gomon.victoriaMetrics[0].url');
  });

  it('never repeats a value, which may be a secret', () => {
    const message = mistakes({
      kafka: [
        {
          brokers: 'a:1',
          sasl: { mechanism: 'hunter2', username: '', password: 42 },
        },
      ],
      victoriaMetrics: [{ url: 'http://user:hunter2@[bad' }],
    });
    expect(message).toContain('gomon.kafka[0].sasl.mechanism');
    expect(message).not.toContain('hunter2');
    expect(message).not.toContain('42');
  });
});
