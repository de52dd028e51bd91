import { tile } from './tile';

const recording = (name: string, values: number[]) => ({
  beganAtMs: 1_000,
  lastsMs: 30,
  series: [
    {
      metric: { __name__: name },
      values,
      timestamps: values.map((_, i) => 1_000 + i * 10),
    },
  ],
});
const valuesOf = (name: string, ...pieces: number[][]) =>
  tile(
    pieces.map(values => recording(name, values)),
    50_000,
  )[0].values;

it('lays pieces one after another', () => {
  const piece = recording('memory_bytes', [5, 7, 6]);
  expect(tile([piece, piece], 50_000)).toEqual([
    {
      metric: { __name__: 'memory_bytes' },
      values: [5, 7, 6, 5, 7, 6],
      timestamps: [50_000, 50_010, 50_020, 50_030, 50_040, 50_050],
    },
  ]);
});

it('lets counters go on, and begin anew where they did', () => {
  expect(valuesOf('messages_total', [10, 11, 13], [10, 11, 13])).toEqual([
    10, 11, 13, 13, 14, 16,
  ]);
  expect(valuesOf('messages_total', [10, 11, 13], [13, 2, 4])).toEqual([
    10, 11, 13, 13, 2, 4,
  ]);
});

it('tells a restart by the time of the start, and only then', () => {
  const name = 'process_start_time_seconds';
  expect(valuesOf(name, [100, 100, 100], [90, 120, 120])).toEqual([
    100, 100, 100, 100, 130, 130,
  ]);
});

it('keeps what tells a time as long ago as it was', () => {
  const name = 'newest_document_timestamp_seconds';
  // 49 s later than it was recorded, and again 30 ms later.
  expect(valuesOf(name, [5], [5])).toEqual([54, expect.closeTo(54.03, 6)]);
});
