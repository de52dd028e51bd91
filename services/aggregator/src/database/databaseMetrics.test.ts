import { parseDatabaseMetrics, parseRetention } from './databaseMetrics';

const DAY = 86_400_000;

// Lines as VictoriaMetrics 1.79.5 prints them.
const page = `
process_cpu_seconds_total 0.06
process_start_time_seconds 1795398272
vm_rows_ignored_total{reason="big_timestamp"} 3
vm_rows_ignored_total{reason="small_timestamp"} 4
vm_rows_invalid_total{type="influx"} 9
vm_rows_invalid_total{type="vmimport"} 2
vm_storage_is_read_only{path="/data"} 0
flag{name="retentionPeriod", value="2", is_set="true"} 1
flag{name="retentionTimezoneOffset", value="0s", is_set="false"} 1
`;

describe('parseDatabaseMetrics', () => {
  it('reads start, retention and what was skipped', () => {
    expect(parseDatabaseMetrics(page)).toEqual({
      startTimeSeconds: 1795398272,
      cpuSeconds: 0.06,
      retentionMs: 62 * DAY,
      readOnly: false,
      invalidRows: 2,
      ignoredRows: 7,
    });
  });

  it('sees a storage that turned read-only', () => {
    const full = page.replace('{path="/data"} 0', '{path="/data"} 1');
    expect(parseDatabaseMetrics(full).readOnly).toBe(true);
  });

  it('refuses a page that does not say when the process started', () => {
    expect(() => parseDatabaseMetrics('<html>login</html>')).toThrow(
      'process_start_time_seconds',
    );
  });
});

describe('parseRetention', () => {
  it.each([
    ['1', 31 * DAY],
    ['1.5', 46.5 * DAY],
    ['90d', 90 * DAY],
    ['2w', 14 * DAY],
    ['1y', 365 * DAY],
    ['36h', 1.5 * DAY],
  ])('reads %s', (flag, ms) => {
    expect(parseRetention(flag)).toBe(ms);
  });

  it.each([undefined, '', 'soon', '0', '-1d'])('does not guess at %s', flag => {
    expect(parseRetention(flag)).toBeUndefined();
  });
});
