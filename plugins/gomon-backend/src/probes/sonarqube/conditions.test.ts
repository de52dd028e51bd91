import { JudgedCondition, toCondition } from './conditions';

const measures = new Map([
  ['new_lines', 400],
  ['new_duplicated_lines', 20],
  ['new_lines_to_cover', 180],
  ['new_uncovered_lines', 60],
  ['new_conditions_to_cover', 20],
  ['new_uncovered_conditions', 12],
]);

const sentence = (own: Partial<JudgedCondition>, figures = measures) =>
  toCondition(
    {
      status: 'ERROR',
      metricKey: 'new_coverage',
      comparator: 'LT',
      errorThreshold: '80',
      ...own,
    },
    figures,
  ).sentence;

describe('a condition in words', () => {
  it('says how many lines or branches are missing, as many as it takes', () => {
    // 128 of 200 are covered; 80 % are 160.
    expect(sentence({ actualValue: '64.0' })).toBe(
      'Coverage on new code 64 %, needs at least 80 %: 32 more lines or branches to cover.',
    );
  });

  it('never rounds a figure up to its limit', () => {
    expect(sentence({ actualValue: '79.96' })).toMatch(
      /^Coverage on new code 79\.9 %/,
    );
  });

  it('says how many duplicated lines are too many', () => {
    // 3 % of 400 lines are 12.
    expect(
      sentence({
        metricKey: 'new_duplicated_lines_density',
        comparator: 'GT',
        errorThreshold: '3',
        actualValue: '5.0',
      }),
    ).toBe(
      'Duplication on new code 5 %, needs at most 3 %: 8 duplicated lines too many.',
    );
  });

  it('counts bugs that are too many', () => {
    expect(
      sentence({
        metricKey: 'new_bugs',
        comparator: 'GT',
        errorThreshold: '0',
        actualValue: '2',
      }),
    ).toBe('Bugs on new code 2, needs at most 0: 2 too many.');
  });

  it('speaks of a rating by its letter', () => {
    expect(
      sentence({
        metricKey: 'new_reliability_rating',
        comparator: 'GT',
        errorThreshold: '1',
        actualValue: '3.0',
      }),
    ).toBe('Reliability on new code C, needs at most A.');
  });

  it('asks for nothing more where it is met, and says where there is no figure', () => {
    expect(sentence({ status: 'OK', actualValue: '91.25' })).toBe(
      'Coverage on new code 91.2 %, needs at least 80 %.',
    );
    expect(sentence({ status: 'OK' })).toBe(
      'Coverage on new code: no figure yet, needs at least 80 %.',
    );
  });
});
