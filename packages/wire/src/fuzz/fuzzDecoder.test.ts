import { fuzzDecoder } from './fuzzDecoder';

describe('the decoder, given hostile inputs,', () => {
  it('refuses or accepts each as it must; this is the unit-sized share of `yarn verify fuzz`', () => {
    const { failures, accepted, refused } = fuzzDecoder(20_000, 20_260_101);
    expect(failures).toEqual([]);
    expect(accepted).toBeGreaterThan(2_000);
    expect(Object.keys(refused).sort()).toEqual([
      'empty',
      'malformed',
      'no_timestamp',
      'number_too_large',
      'text_too_long',
      'too_many_disks',
      'too_many_interfaces',
      'truncated',
      'wrong_schema',
    ]);
  });

  it('is given the same inputs for the same seed', () => {
    expect(fuzzDecoder(2_000, 7)).toEqual(fuzzDecoder(2_000, 7));
    expect(fuzzDecoder(2_000, 7)).not.toEqual(fuzzDecoder(2_000, 8));
  });
});
