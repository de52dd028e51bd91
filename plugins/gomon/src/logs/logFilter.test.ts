import { parseLogFilter } from './logFilter';

const parse = (text: string) => parseLogFilter(new URLSearchParams(text));

describe('parseLogFilter', () => {
  it('narrows nothing where nothing is said', () => {
    expect(parse('')).toEqual({});
    expect(parse('text=++&level=&metric=')).toEqual({});
  });

  it('takes a level with those that are worse', () => {
    expect(parse('level=warn').level).toEqual(['warn', 'error', 'fatal']);
  });

  it('takes text as it stands, and one of the six types of samples', () => {
    expect(parse('text=+a+b+&metric=dsk_used_gb')).toEqual({
      query: 'a b',
      metric: ['dsk_used_gb'],
    });
  });

  it('leaves out what it does not understand', () => {
    expect(parse('level=loud&metric=password')).toEqual({});
  });
});
