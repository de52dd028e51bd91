import { Check, Status } from '@gomon/plugin-gomon-common';
import { CheckMemory, settle } from './hysteresis';

const check = (status: Status, options: Partial<Check> = {}): Check => ({
  id: 'x.y',
  title: '',
  status,
  sentence: '',
  observedAt: '2025-01-01T00:00:00Z',
  links: [],
  ...options,
});

/** Plays looks and returns what counts after each of them. */
function play(...looks: Check[]): Status[] {
  let memory: CheckMemory | undefined;
  return looks.map(look => {
    ({ memory } = settle(memory, look));
    return memory.settled.status;
  });
}

describe('settle', () => {
  it('takes the first look as it is', () => {
    expect(play(check('down'))).toEqual(['down']);
  });

  it('lets a check turn bad at the third look in a row', () => {
    expect(
      play(check('ok'), check('down'), check('down'), check('down')),
    ).toEqual(['ok', 'ok', 'ok', 'down']);
  });

  it('begins to count anew after one good look', () => {
    const looks = [
      check('ok'),
      check('down'),
      check('down'),
      check('ok'),
      check('down'),
      check('down'),
    ];
    expect(play(...looks).every(status => status === 'ok')).toBe(true);
  });

  it('lets a check recover at the second good look', () => {
    expect(play(check('down'), check('ok'), check('ok'))).toEqual([
      'down',
      'down',
      'ok',
    ]);
  });

  it('counts looks that are bad in different ways together', () => {
    expect(
      play(check('ok'), check('unknown'), check('degraded'), check('down'))[3],
    ).toBe('down');
  });

  it('does not let one failed look replace what is known to be down', () => {
    expect(play(check('down'), check('unknown'), check('unknown'))).toEqual([
      'down',
      'down',
      'down',
    ]);
  });

  it('takes what was judged over a longer time at the first look', () => {
    expect(play(check('ok'), check('down', { sustained: true }))).toEqual([
      'ok',
      'down',
    ]);
  });

  it('takes configuration at once, in both directions', () => {
    expect(
      play(check('not-configured'), check('ok'), check('not-configured')),
    ).toEqual(['not-configured', 'ok', 'not-configured']);
  });

  it('hands out a bad look that does not count yet', () => {
    const { memory } = settle(undefined, check('ok'));
    expect(settle(memory, check('down')).tentative?.status).toBe('down');
    expect(settle(memory, check('ok')).tentative).toBeUndefined();
  });

  it('forgets the blame when the check recovers', () => {
    const memory: CheckMemory = {
      settled: check('down'),
      disagreeing: 1,
      blamed: true,
    };
    expect(settle(memory, check('ok')).memory.blamed).toBeUndefined();
  });
});
