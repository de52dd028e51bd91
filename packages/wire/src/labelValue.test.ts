import fc from 'fast-check';
import { cleanLabelValue, MAX_LABEL_VALUE_LENGTH } from './labelValue';

describe('cleanLabelValue', () => {
  it.each(['web-1', '/var/lib/docker', 'Größe', '/mnt/日本', 'a b', ''])(
    'leaves %j as it is',
    text => expect(cleanLabelValue(text)).toBe(text),
  );

  it('replaces what cannot be seen and tells the result apart', () => {
    const cleaned = [
      'a\nb',
      'a\u0000b',
      'a\u202eb',
      'a\ufffdb',
      'a\ud800b',
    ].map(cleanLabelValue);
    for (const value of cleaned) expect(value).toMatch(/^a_b~[0-9a-f]{8}$/);
    expect(new Set(cleaned).size).toBe(cleaned.length);
  });

  it('keeps two long texts with the same beginning apart', () => {
    const long = 'x'.repeat(5000);
    const [a, b] = [`${long}a`, `${long}b`].map(cleanLabelValue);
    expect(a).toHaveLength(MAX_LABEL_VALUE_LENGTH);
    expect(a).not.toBe(b);
  });

  it('is bounded, valid Unicode, printable and always the same, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700 }), text => {
        const value = cleanLabelValue(text);
        expect(value.length).toBeLessThanOrEqual(MAX_LABEL_VALUE_LENGTH);
        expect(Buffer.from(value).toString()).toBe(value);
        // eslint-disable-next-line no-control-regex
        expect(value).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e\ufffd]/);
        expect(cleanLabelValue(text)).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });
});
