import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsHelp, settingsTable } from './describeSettings';
import * as kinds from './kinds';
import { loadSettings, SettingsError } from './loadSettings';
import { optional, required, secret, withDefault } from './setting';

const declared = {
  brokers: required('BROKERS', kinds.addresses(), 'Who to ask.'),
  port: withDefault(
    'PORT',
    kinds.integer(0, 65535),
    '2112',
    'Where to listen.',
  ),
  name: optional('NAME', kinds.text(), 'What to be called.'),
  password: secret('PASSWORD', 'What nobody sees.'),
};

function problemsOf(environment: Record<string, string>): string[] {
  try {
    loadSettings(declared, environment, () => ['never asked']);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('are read, with defaults where nothing or an empty text is given', () => {
    const environment = { BROKERS: 'a:1, [::1]:2', PORT: '' };
    expect(loadSettings(declared, environment)).toEqual({
      brokers: ['a:1', '[::1]:2'],
      port: 2112,
      name: undefined,
      password: undefined,
    });
  });

  it('name every problem at once', () => {
    const problems = problemsOf({ PORT: '70000', PASSWORD_FILE: '/nowhere' });
    expect(problems).toHaveLength(3);
    expect(problems[0]).toContain('BROKERS is not set');
    expect(problems[1]).toContain('PORT: "70000" must be between 0 and 65535');
    expect(problems[2]).toContain('PASSWORD_FILE: ENOENT');
  });

  it('are held against each other once each is right by itself', () => {
    expect(problemsOf({ BROKERS: 'a:1' })).toEqual(['never asked']);
  });

  it('never show a secret', () => {
    const { password } = loadSettings(declared, {
      BROKERS: 'a:1',
      PASSWORD: 'geheim',
    });
    expect(password?.value()).toBe('geheim');
    expect(`${password} ${JSON.stringify({ password })}`).not.toContain(
      'geheim',
    );
  });

  it('refuse a secret that is given twice', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'gomon-')), 'p');
    writeFileSync(file, 'x');
    expect(
      problemsOf({ BROKERS: 'a:1', PASSWORD: 'x', PASSWORD_FILE: file }),
    ).toEqual(['PASSWORD and PASSWORD_FILE are both set: give one']);
  });

  it('follow a secret file that is replaced, and keep the last one while it is gone', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'gomon-')), 'p');
    writeFileSync(file, 'first\n');
    const { password } = loadSettings(declared, {
      BROKERS: 'a:1',
      PASSWORD_FILE: file,
    });
    expect(password?.value()).toBe('first');
    writeFileSync(`${file}.new`, 'second');
    renameSync(`${file}.new`, file);
    expect(password?.value()).toBe('second');
    rmSync(file);
    expect(password?.value()).toBe('second');
  });

  it('are described from their declaration', () => {
    const table = settingsTable(declared);
    expect(table).toContain('| `BROKERS` | **required** | Who to ask. |');
    expect(table).toContain('| `PORT` | `2112` | Where to listen. |');
    expect(table).toContain('`PASSWORD`, `PASSWORD_FILE`');
    expect(settingsHelp(declared)).toContain('PORT  (default 2112)');
  });
});

describe('kinds of settings', () => {
  it.each([
    ['integer', kinds.integer(1, 9), '5', 5],
    ['decimal', kinds.decimal(0, 1), '0.25', 0.25],
    ['bytes', kinds.bytes(0, 2 ** 40), '64Mi', 64 * 2 ** 20],
    ['plain bytes', kinds.bytes(0, 2 ** 40), '512', 512],
    ['flag', kinds.flag(), 'TRUE', true],
    ['choice', kinds.choice(['plain', 'scram']), 'SCRAM', 'scram'],
    ['list', kinds.list(), ' a,b ,', ['a', 'b']],
    ['url', kinds.url(), 'http://a:1/x', 'http://a:1/x'],
  ])('%s is read', (_, kind, text, value) => {
    expect(kind.parse(text)).toEqual(value);
  });

  it.each([
    ['integer', kinds.integer(1, 9), '1.5'],
    ['integer', kinds.integer(1, 9), '10'],
    ['integer', kinds.integer(1, 9), ' 5'],
    ['decimal', kinds.decimal(0, 1), '1e-1'],
    ['bytes', kinds.bytes(0, 10), '64MB'],
    ['flag', kinds.flag(), 'yes'],
    ['choice', kinds.choice(['plain']), 'gssapi'],
    ['list', kinds.list(), ' , '],
    ['addresses', kinds.addresses(), 'localhost'],
    ['addresses', kinds.addresses(), 'localhost:0'],
    ['addresses', kinds.addresses(), 'http://a:1'],
    ['url', kinds.url(), 'ftp://a'],
    ['url', kinds.url(), 'localhost:8428'],
    ['pattern', kinds.pattern(), '('],
  ])('%s refuses %j', (_, kind, text) => {
    expect(kind.safeParse(text).success).toBe(false);
  });

  it('an empty pattern matches nothing', () => {
    expect(kinds.pattern().parse('').test('')).toBe(false);
    expect(kinds.pattern().parse('^veth').test('veth1')).toBe(true);
  });
});
