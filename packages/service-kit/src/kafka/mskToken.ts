/**
 * A token for Amazon MSK's IAM login, signed by AWS' own library with the credentials that AWS' tools find: environment,
 * shared files, the pod's or the machine's role. It lives for 15 minutes; each login asks for a new one. Unverified:
 * it was checked against the documented form, never against a cluster of MSK.
 *
 * @throws Error when there are no credentials
 */
export async function mskToken(region: string): Promise<string> {
  // Not an import: it would be loaded, and take its memory, where nobody needs it.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const signer = require('aws-msk-iam-sasl-signer-js');
  const { token } = await (
    signer as typeof import('aws-msk-iam-sasl-signer-js')
  ).generateAuthToken({ region });
  return token;
}
