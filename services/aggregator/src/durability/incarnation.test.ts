import { identify } from './incarnation';

describe('identify', () => {
  const first = identify(undefined, { startTimeSeconds: 100, cpuSeconds: 2 });

  it('takes a later reading of the same process as the same life', () => {
    const later = identify(first, { startTimeSeconds: 100, cpuSeconds: 9 });
    expect(later.id).toBe(first.id);
  });

  it('takes another start time as another life', () => {
    const other = identify(first, { startTimeSeconds: 101, cpuSeconds: 9 });
    expect(other.id).not.toBe(first.id);
  });

  it('takes a start time that went back as another life', () => {
    const other = identify(first, { startTimeSeconds: 99, cpuSeconds: 9 });
    expect(other.id).not.toBe(first.id);
  });

  it('tells two lives apart that began within one second', () => {
    const twin = identify(first, { startTimeSeconds: 100, cpuSeconds: 0.1 });
    const later = identify(twin, { startTimeSeconds: 100, cpuSeconds: 5 });
    expect(twin.id).not.toBe(first.id);
    expect(later.id).toBe(twin.id);
  });

  it('relies on the start time alone where CPU time is not told', () => {
    const bare = identify(undefined, {
      startTimeSeconds: 100,
      cpuSeconds: undefined,
    });
    expect(
      identify(bare, { startTimeSeconds: 100, cpuSeconds: undefined }).id,
    ).toBe(bare.id);
  });
});
