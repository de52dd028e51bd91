import { readableLine } from './readableLine';

describe('readableLine', () => {
  it('shows level, message and cause of a JSON log line', () => {
    const line = JSON.stringify({
      level: 40,
      time: 1,
      msg: 'waiting for Kafka',
      err: { message: 'connection refused' },
    });
    expect(readableLine(line)).toBe(
      'warn waiting for Kafka (connection refused)',
    );
  });

  it.each(['plain words', '{ not json', '{"metric":"no message"}'])(
    'leaves %s as it is',
    line => {
      expect(readableLine(line)).toBe(line);
    },
  );
});
