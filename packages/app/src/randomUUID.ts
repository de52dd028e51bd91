/**
 * Browsers keep `crypto.randomUUID` from pages that come over plain http from elsewhere than localhost, such as
 * http://portal.local, and Backstage's clients of permissions and signals do not start without it. What they make of it is no
 * secret: it tells one request from another.
 */
export function ensureRandomUUID(crypto: Crypto): void {
  if (typeof crypto.randomUUID === 'function') return;
  crypto.randomUUID = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    // Version 4, variant 1 (RFC 9562).
    bytes[6] = 0x40 + (bytes[6] % 0x10);
    bytes[8] = 0x80 + (bytes[8] % 0x40);
    const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0'));
    const part = (from: number, to: number) => hex.slice(from, to).join('');
    return `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}-${part(8, 10)}-${part(
      10,
      16,
    )}`;
  };
}
