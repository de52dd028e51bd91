import fc from 'fast-check';
import { ByteWriter } from './byteWriter';

function written(write: (writer: ByteWriter) => void, size = 8): string {
  const writer = new ByteWriter(Buffer.alloc(size));
  write(writer);
  return writer.finish().toString();
}

describe('ByteWriter', () => {
  it('writes numbers as JavaScript does', () => {
    const check = (value: number) =>
      expect(written(writer => writer.number(value))).toBe(String(value));
    fc.assert(fc.property(fc.double(), check));
    fc.assert(fc.property(fc.maxSafeNat(), check));
    [0, 9, 10, 2 ** 31, 2 ** 53 - 1, 2 ** 53, 1e21, -7, NaN].forEach(check);
  });

  it('writes any text as JSON does, as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(written(writer => writer.json(text))).toBe(JSON.stringify(text));
      }),
    );
    expect(written(writer => writer.json('/mnt/a "b" \\ ü \u{1f600}'))).toBe(
      '"/mnt/a \\"b\\" \\\\ ü \u{1f600}"',
    );
  });

  it('repeats what it wrote, and grows as it must', () => {
    const text = written(writer => {
      writer.ascii('0123456789');
      const from = writer.position;
      writer.ascii('abc');
      writer.again(from, writer.position);
      writer.again(from, writer.position);
      writer.copy(Buffer.from('xyz'));
    }, 1);
    expect(text).toBe('0123456789abcabcabcabcxyz');
  });
});
