import { majorOf } from './java';

describe('majorOf', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "25" 2025-09-16 LTS', 25],
    ['java version "1.8.0_292"', 8],
  ])('reads %s', (output, major) => {
    expect(majorOf(output)).toBe(major);
  });

  it('finds no version where a stub only tells how to install Java', () => {
    expect(majorOf('Unable to locate a Java Runtime.')).toBeUndefined();
  });
});
