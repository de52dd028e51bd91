import { parseDevOptions } from './options';

describe('parseDevOptions', () => {
  it('starts the documented stack without arguments', () => {
    expect(parseDevOptions([])).toEqual({
      servicesOnly: false,
      brokers: 1,
      ports: 'default',
      with: [],
    });
  });

  it('reads all of its options', () => {
    const args = ['--services-only', '--brokers', '3', '--port-offset', '100'];
    expect(parseDevOptions([...args, '--with', 'a,b'])).toEqual({
      servicesOnly: true,
      brokers: 3,
      ports: { offset: 100 },
      with: ['a', 'b'],
    });
  });

  it.each([
    [['--brokers', '2'], '--brokers is 1 or 3, not 2'],
    [['--ports', 'some'], '--ports is free or default, not some'],
    [['--port-offset', 'x'], '--port-offset is a number'],
    [['--nope'], "Unknown option '--nope'"],
  ])('refuses %j in a sentence', (args, reason) => {
    expect(() => parseDevOptions(args)).toThrow(
      `The stack was not started: ${reason}`,
    );
  });
});
