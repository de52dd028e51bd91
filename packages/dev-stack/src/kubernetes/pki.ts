import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../problem';
import { lastLine, run } from '../processes/run';
import { onPath } from '../programs/onPath';

/** Files of a control plane's certificates, in PEM. */
export interface Pki {
  ca: string;
  caKey: string;
  serverCert: string;
  serverKey: string;
  /** A client that may do everything. */
  adminCert: string;
  adminKey: string;
  serviceAccountKey: string;
  serviceAccountPublicKey: string;
}

/** Makes the certificates of a control plane on loopback, once a folder. */
export async function ensurePki(dir: string): Promise<Pki> {
  const file = (name: string) => join(dir, name);
  const pki: Pki = {
    ca: file('ca.crt'),
    caKey: file('ca.key'),
    serverCert: file('server.crt'),
    serverKey: file('server.key'),
    adminCert: file('admin.crt'),
    adminKey: file('admin.key'),
    serviceAccountKey: file('sa.key'),
    serviceAccountPublicKey: file('sa.pub'),
  };
  // Made last: where it is, everything is.
  if (existsSync(pki.serviceAccountPublicKey)) {
    return pki;
  }
  await mkdir(dir, { recursive: true });
  await openssl(
    dir,
    'req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -days 3650 -subj /CN=gomon-control-plane' +
      ' -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign',
  );
  await certificate(
    dir,
    'server',
    '/CN=kube-apiserver',
    'subjectAltName=IP:127.0.0.1,IP:10.96.0.1,DNS:localhost,DNS:kubernetes.default.svc\nextendedKeyUsage=serverAuth\n',
  );
  await certificate(
    dir,
    'admin',
    '/O=system:masters/CN=admin',
    'extendedKeyUsage=clientAuth\n',
  );
  await openssl(dir, 'genrsa -out sa.key 2048');
  await openssl(dir, 'rsa -in sa.key -pubout -out sa.pub');
  return pki;
}

/** The access of the administrator, as kubectl and the clients read it. */
export async function kubeconfig(pki: Pki, server: string): Promise<string> {
  const base64 = async (file: string) =>
    (await readFile(file)).toString('base64');
  const cluster = {
    server,
    'certificate-authority-data': await base64(pki.ca),
  };
  const user = {
    'client-certificate-data': await base64(pki.adminCert),
    'client-key-data': await base64(pki.adminKey),
  };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'gomon', cluster }],
    users: [{ name: 'admin', user }],
    contexts: [{ name: 'gomon', context: { cluster: 'gomon', user: 'admin' } }],
    'current-context': 'gomon',
  });
}

async function certificate(
  dir: string,
  name: string,
  subject: string,
  extensions: string,
): Promise<void> {
  await writeFile(join(dir, `${name}.ext`), extensions);
  await openssl(
    dir,
    `req -newkey rsa:2048 -nodes -keyout ${name}.key -out ${name}.csr -subj ${subject}`,
  );
  await openssl(
    dir,
    `x509 -req -in ${name}.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 3650 -out ${name}.crt -extfile ${name}.ext`,
  );
}

async function openssl(cwd: string, words: string): Promise<void> {
  const file = onPath('openssl');
  if (!file) {
    throw new Problem(
      'A Kubernetes control plane needs certificates and openssl is not on PATH: install it.',
    );
  }
  const { code, output } = await run({ file, args: words.split(' '), cwd });
  if (code !== 0) {
    throw new Problem(
      `openssl could not make the certificates of the control plane (${lastLine(
        output,
      )}): remove ${cwd} and try again.`,
    );
  }
}
