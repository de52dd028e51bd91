import { readFileSync } from 'node:fs';
import { get } from 'node:https';
import type { Pki } from './pki';

/** Whether a server on loopback answers 200: asked as administrator, or without a PKI whoever it claims to be. */
export function answersOk(url: string, pki?: Pki): Promise<boolean> {
  const tls = pki
    ? {
        ca: readFileSync(pki.ca),
        cert: readFileSync(pki.adminCert),
        key: readFileSync(pki.adminKey),
      }
    : // Scheduler and controller manager make a certificate of their own at each start.
      { rejectUnauthorized: false };
  return new Promise((resolve, reject) => {
    get(url, { ...tls, agent: false, timeout: 5_000 }, response => {
      response.resume();
      resolve(response.statusCode === 200);
    })
      .on('timeout', () => reject(new Error(`${url} does not answer`)))
      .on('error', reject);
  });
}
