import fc from 'fast-check';
import { NameTable } from './nameTable';

describe('NameTable', () => {
  it('finds by its bytes what was kept, and nothing else', () => {
    const table = new NameTable();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), name => {
        const bytes = Buffer.from(`<${name}>`);
        const find = () => table.find(bytes, 1, bytes.length - 2);
        expect([undefined, name]).toContain(find());
        table.keep(name);
        const isPlain = /^[\x20-\x7e]{0,64}$/.test(name);
        expect(find()).toBe(isPlain ? name : undefined);
      }),
    );
  });
});
