import { DiagnosedFault, isHeld } from './findings';
import { diagnosisPage } from './table';

const named: DiagnosedFault = {
  fault: 'VictoriaMetrics killed',
  expected: ['victoria-metrics'],
  named: ['victoria-metrics'],
  sentence: 'VictoriaMetrics does not answer: connection refused.',
  namedAfterSeconds: 11.26,
  stillNamed: true,
  innocent: [],
  greenAfterSeconds: 14,
};

describe('a staged fault', () => {
  it.each<[string, Partial<DiagnosedFault>]>([
    ['was not named', { namedAfterSeconds: undefined }],
    ['was named too late', { namedAfterSeconds: 30.1 }],
    ['was lost again', { stillNamed: false }],
    ['did not end', { greenAfterSeconds: undefined }],
    ['ended too late', { greenAfterSeconds: 60.1 }],
    ['was blamed on another', { innocent: ['kafka'] }],
  ])('is missed when it %s', (_, change) => {
    expect(isHeld(named)).toBe(true);
    expect(isHeld({ ...named, ...change })).toBe(false);
  });
});

describe('diagnosisPage', () => {
  const faults = [
    named,
    { ...named, fault: 'b|c', innocent: ['kafka'], named: [] },
  ];
  const page = diagnosisPage(faults, {
    at: new Date('2026-01-02T03:04:05Z'),
    machine: 'linux x64, 2 processors',
    planned: 3,
  });

  it('has a line for each fault, and says which were missed', () => {
    expect(page).toContain(
      '1 of 2 held; 1 not staged in this run. Date: 2026-01-02 03:04 UTC.',
    );
    expect(page).toContain(
      '| VictoriaMetrics killed | victoria-metrics | 11.3 s | none | 14.0 s | yes | VictoriaMetrics does not answer: connection refused. |',
    );
    expect(page).toContain(
      '| b\\|c | victoria-metrics | 11.3 s | kafka | 14.0 s | **no** |',
    );
  });
});
