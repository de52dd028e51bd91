import * as kinds from '../settings/kinds';
import { required, withDefault } from '../settings/setting';
import { runProgram, type ConnectionCheck, type Program } from './program';

const settings = {
  brokers: required('BROKERS', kinds.addresses(), 'Who to ask.'),
  logLevel: withDefault('LOG_LEVEL', kinds.text(), 'silent', 'How much.'),
  shutdownTimeoutMs: withDefault(
    'SHUTDOWN_TIMEOUT_MS',
    kinds.integer(0, 60_000),
    '1000',
    'How long.',
  ),
};
const environment = { BROKERS: 'kafka:9092' };

describe('runProgram', () => {
  let out: string;
  let errors: string;
  let started: string[];
  let exits: unknown[];
  let checks: ConnectionCheck[];
  let listeners: Map<NodeJS.Signals, Function[]>;

  const program: Program<typeof settings> = {
    name: 'gomon-probe',
    version: '1.2.3',
    summary: 'looks and tells',
    settings,
    checks: ({ brokers }) => [
      { name: 'Kafka', run: async () => brokers.join(',') },
      ...checks,
    ],
    start: async ({ settings: { brokers } }) => void started.push(...brokers),
  };
  const run = (...args: string[]) => runProgram(program, args, environment);

  beforeEach(() => {
    [out, errors] = ['', ''];
    [started, exits, checks] = [[], [], []];
    jest.spyOn(process.stdout, 'write').mockImplementation(text => {
      out += text;
      return true;
    });
    jest.spyOn(process.stderr, 'write').mockImplementation(text => {
      errors += text;
      return true;
    });
    jest.spyOn(process, 'exit').mockImplementation(code => {
      exits.push(code);
      return undefined as never;
    });
    listeners = new Map(
      (['SIGINT', 'SIGTERM'] as const).map(signal => [
        signal,
        process.listeners(signal),
      ]),
    );
  });
  afterEach(() => {
    jest.restoreAllMocks();
    process.exitCode = undefined;
    for (const [signal, before] of listeners) {
      process
        .listeners(signal)
        .filter(listener => !before.includes(listener))
        .forEach(listener => process.off(signal, listener));
    }
  });

  it('starts by its settings', async () => {
    await run();
    expect(started).toEqual(['kafka:9092']);
    expect([out, errors, exits]).toEqual(['', '', []]);
  });

  it.each(['--help', '-h'])('explains itself with %s', async argument => {
    await run(argument);
    expect(out).toContain('gomon-probe 1.2.3: looks and tells');
    expect(out).toContain('SHUTDOWN_TIMEOUT_MS');
    expect(started).toEqual([]);
  });

  it.each(['--version', '-v'])('tells its version with %s', async argument => {
    await run(argument);
    expect(out).toBe('gomon-probe 1.2.3\n');
  });

  it('does nothing at an argument it does not know', async () => {
    await run('--dry-run');
    expect(errors).toBe('gomon-probe: --dry-run is unknown; see --help\n');
    expect(process.exitCode).toBe(2);
    expect(started).toEqual([]);
  });

  it('says what is wrong with its settings, and ends', async () => {
    await runProgram(program, [], {});
    expect(errors).toMatch(/^gomon-probe: [^]*BROKERS/);
    expect(exits).toEqual([1]);
    expect(started).toEqual([]);
  });

  it('lets an error that nobody foresaw through', async () => {
    const broken = {
      ...program,
      start: async () => {
        throw new TypeError('unforeseen');
      },
    };
    await expect(runProgram(broken, [], environment)).rejects.toThrow(
      'unforeseen',
    );
  });

  it('tries every connection with --check, and starts nothing', async () => {
    await run('--check');
    expect(out).toBe('ok    settings\nok    Kafka: kafka:9092\n');
    expect(exits).toEqual([0]);
    expect(started).toEqual([]);
  });

  it('fails --check by one that does not hold, and tries the rest', async () => {
    checks = [
      { name: 'database', run: () => Promise.reject(new Error('refused')) },
      { name: 'log', run: async () => '/var/log' },
    ];
    await run('--check');
    expect(out.split('\n').slice(2, 4)).toEqual([
      'FAIL  database: refused',
      'ok    log: /var/log',
    ]);
    expect(exits).toEqual([1]);
  });
});
