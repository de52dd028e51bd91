import { join } from 'node:path';
import { Player } from './Player';
import { RecordedCycle, Recording, readRecording } from './recording';

const DAY_S = 24 * 3600;

let ordinary: Recording;
let fault: Recording;
beforeAll(async () => {
  [ordinary, fault] = await Promise.all([
    readRecording(join(__dirname, 'ordinary.json.gz')),
    readRecording(join(__dirname, 'fault.json.gz')),
  ]);
});

/**
 * So many cycles of ordinary days, which begin anew every five minutes. The restart of the database fell between two recorded
 * looks, so one of the recorded looks at a database that is away follows it: a restart that a look falls into.
 */
function ordinaryDays(count: number): RecordedCycle[] {
  const [restartedAt] = ordinary.notes.find(([, note]) =>
    note.startsWith('VictoriaMetrics is restarted'),
  )!;
  const round = ordinary.cycles.toSpliced(restartedAt, 0, fault.cycles[1]);
  return Array.from({ length: count }, (_, i) => round[i % round.length]);
}

const badChecks = (cycle: RecordedCycle) =>
  Object.values(cycle).flatMap(report =>
    typeof report === 'string'
      ? []
      : report.components.flatMap(({ checks = [] }) =>
          checks.filter(({ status }) => status !== 'ok').map(({ id }) => id),
        ),
  );

describe('a recorded pipeline, with one look in a hundred failing', () => {
  it('holds what makes an ordinary day, many times over', () => {
    const notes = ordinary.notes.map(([, note]) => note).join('; ');
    for (const noise of ['deliver late', 'restarted', 'joins', 'leaves']) {
      expect(notes).toContain(noise);
    }
    const bad = ordinaryDays(ordinary.cycles.length + 1).flatMap(badChecks);
    expect(bad.sort()).toEqual([
      'agent.freshness',
      'aggregator.victoria-metrics',
      'victoria-metrics.answers',
    ]);
  });

  it('raises no alarm in a day', async () => {
    const player = new Player(ordinary.intervalSeconds);
    await player.play(ordinaryDays(DAY_S / ordinary.intervalSeconds));
    expect(player.alarms).toEqual([]);
    expect(player.pipeline.status).toBe('ok');
  }, 180_000);

  it('still names a fault that is put into it, and nobody else', async () => {
    const player = new Player(ordinary.intervalSeconds);
    await player.play(ordinaryDays(500));
    await player.play(fault.cycles);
    expect(player.alarms.length).toBeGreaterThan(0);
    expect(
      player.alarms.filter(
        alarm => !alarm.startsWith('resource:default/victoria-metrics:'),
      ),
    ).toEqual([]);
    await player.play(ordinaryDays(20));
    expect(player.pipeline.status).toBe('ok');
  });
});
