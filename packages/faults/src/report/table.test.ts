import { FaultResult } from '../faults/fault';
import { renderReport, ReportRow, rowHolds, runsOn } from './table';

const result: FaultResult = {
  produced: 12_000,
  stored: 11_990,
  deadLettered: 10,
  counted: 0,
  duplicated: 3,
  missing: 0,
  invented: 0,
  committedAhead: 0,
  secondsToRecover: 4.56,
  notes: ['ready after 1 s'],
};
const row: ReportRow = { number: 4, title: 'errors', result };
const head = { date: '2026-01-02', machine: 'm', versions: 'v' };

describe('rowHolds', () => {
  it.each(['missing', 'invented', 'committedAhead'] as const)(
    'does not hold with one %s',
    field => {
      expect(rowHolds(row)).toBe(true);
      expect(rowHolds({ ...row, result: { ...result, [field]: 1 } })).toBe(
        false,
      );
    },
  );

  it('does not hold when nothing was produced, or nothing came of it', () => {
    expect(rowHolds({ ...row, result: { ...result, produced: 0 } })).toBe(
      false,
    );
    expect(rowHolds({ number: 4, title: 'errors', error: 'x' })).toBe(false);
  });

  it('wants a control to lose', () => {
    expect(rowHolds({ ...row, control: true })).toBe(false);
    expect(
      rowHolds({ ...row, control: true, result: { ...result, missing: 9 } }),
    ).toBe(true);
  });
});

describe('renderReport', () => {
  it('shows every figure of a fault, and what was seen', () => {
    const page = renderReport(head, [[row]]);
    expect(page).toContain('## Run 1: 1 of 1 held');
    expect(page).toContain(
      '| 4. errors | yes | 12,000 | 11,990 | 10 | 0 | 3 | 0 | 0 | 0 | 4.6 |',
    );
    expect(page).toContain('- 4: ready after 1 s');
  });

  it('says why a fault has no figures', () => {
    const page = renderReport(head, [
      [{ number: 4, title: 'errors', error: 'waited for x' }],
    ]);
    expect(page).toContain('0 of 1 held');
    expect(page).toContain('| 4. errors | no: waited for x |');
  });

  it('goes on from the runs of an earlier page', () => {
    const before = renderReport(head, [[row], [row]]);
    const page = renderReport(head, [[row]], runsOn(before));
    expect(runsOn(page)).toEqual([
      ...runsOn(before),
      expect.stringContaining('## Run 3: 1 of 1 held'),
    ]);
    expect(page.match(/^# /gm)).toHaveLength(1);
  });
});
