import { webcrypto } from 'node:crypto';
import { ensureRandomUUID } from './randomUUID';

const V4 =
  /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('ensureRandomUUID', () => {
  it('makes identifiers where the browser has none for a page over plain http', () => {
    const crypto = {
      getRandomValues: webcrypto.getRandomValues.bind(webcrypto),
    } as Crypto;
    ensureRandomUUID(crypto);
    const made = Array.from({ length: 200 }, () => crypto.randomUUID());
    expect(made.filter(id => !V4.test(id))).toEqual([]);
    expect(new Set(made).size).toBe(200);
  });

  it("leaves the browser's own alone", () => {
    const own = () => 'own' as ReturnType<Crypto['randomUUID']>;
    const crypto = { randomUUID: own } as Crypto;
    ensureRandomUUID(crypto);
    expect(crypto.randomUUID).toBe(own);
  });
});
