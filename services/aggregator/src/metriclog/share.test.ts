import { describeLogShare, parseLogShare, SampleChooser } from './share';

const chooser = (text: string) => new SampleChooser(parseLogShare(text)!);

describe('parseLogShare', () => {
  it.each([
    ['all', 'all'],
    ['NONE', 'none'],
    ['1/100', '1 in 100'],
    ['50/s', '50 a second'],
  ])('understands %s', (text, words) => {
    expect(describeLogShare(parseLogShare(text)!)).toBe(words);
  });

  it.each(['', 'some', '2/100', '1/0', '0/s', '-1/s', '1.5/s'])(
    'does not understand %p',
    text => {
      expect(parseLogShare(text)).toBeUndefined();
    },
  );
});

describe('SampleChooser', () => {
  it('chooses all or none', () => {
    expect(chooser('all').choose(3, 0)).toEqual([0, 1, 2]);
    expect(chooser('none').choose(3, 0)).toEqual([]);
  });

  it('chooses every n-th sample across messages', () => {
    const every = chooser('1/4');
    expect(every.choose(3, 0)).toEqual([0]);
    expect(every.choose(3, 0)).toEqual([1]);
    expect(every.choose(9, 0)).toEqual([2, 6]);
  });

  it('keeps within a number of lines a second', () => {
    const budget = chooser('10/s');
    expect(budget.choose(8, 1_000)).toHaveLength(8);
    expect(budget.choose(8, 1_000)).toHaveLength(2);
    expect(budget.choose(8, 1_000)).toHaveLength(0);
    expect(budget.choose(8, 1_500)).toHaveLength(5);
    expect(budget.choose(80, 60_000)).toHaveLength(10);
  });
});
