import { closingLine, onePassed, oneSkipped, sum } from './counts';

describe('closingLine', () => {
  it('leaves out what was not skipped', () => {
    expect(closingLine(sum([onePassed, onePassed]))).toBe('2 passed, 0 failed');
  });

  it('names what was skipped', () => {
    const counts = sum([onePassed, oneSkipped, { ...onePassed, failed: 3 }]);
    expect(closingLine(counts)).toBe('2 passed, 3 failed, 1 skipped');
  });
});
