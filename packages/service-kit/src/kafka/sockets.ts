import { Resolver } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { connect, isIP, LookupFunction, Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import type { ISocketFactory } from 'kafkajs';
import { KafkaValues } from './kafkaSettings';

const KEEP_ALIVE_MS = 60_000;

type SocketSettings = Pick<
  KafkaValues,
  | 'tls'
  | 'tlsCaFile'
  | 'tlsCertFile'
  | 'tlsKeyFile'
  | 'tlsServerName'
  | 'dnsServers'
>;

/**
 * Opens connections to brokers. Certificates are read and names are resolved at each connection, so that a rotated
 * certificate and a broker's new address count without a restart.
 */
export function createSocketFactory(
  settings: SocketSettings,
  onDisconnect?: () => void,
): ISocketFactory {
  const lookup = settings.dnsServers && lookupBy(settings.dnsServers);
  return ({ host, port, onConnect }) => {
    const target = { host, port, lookup };
    let socket: Socket;
    try {
      socket = settings.tls
        ? loadTls().connect(
            { ...target, ...tlsOptions(host, settings) },
            onConnect,
          )
        : connect(target, onConnect);
    } catch (error) {
      return failed(error as Error);
    }
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    socket.setNoDelay(true);
    if (onDisconnect) {
      socket.once('connect', () => socket.once('close', onDisconnect));
    }
    return socket;
  };
}

/** Not an import: it would be loaded, and take its memory, where nobody needs it. */
function loadTls(): typeof import('node:tls') {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('node:tls');
}

function tlsOptions(host: string, settings: SocketSettings): ConnectionOptions {
  const { tlsCaFile, tlsCertFile, tlsKeyFile, tlsServerName } = settings;
  const servername = tlsServerName ?? (isIP(host) ? undefined : host);
  return {
    ...(servername && { servername }),
    ...(tlsCaFile && { ca: readFileSync(tlsCaFile) }),
    ...(tlsCertFile && { cert: readFileSync(tlsCertFile) }),
    ...(tlsKeyFile && { key: readFileSync(tlsKeyFile) }),
  };
}

/** A file that cannot be read fails this connection, not the process: it is tried again like any other. */
function failed(error: Error): Socket {
  const socket = new Socket();
  process.nextTick(() => socket.destroy(error));
  return socket;
}

function lookupBy(servers: string[]): LookupFunction {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  resolver.setServers(servers);
  return (hostname, options, callback) => {
    resolver.resolve4(hostname).then(
      found => {
        const all = found.map(address => ({ address, family: 4 }));
        if (options.all) callback(null, all);
        else callback(null, found[0], 4);
      },
      error => callback(error, options.all ? [] : '', 4),
    );
  };
}
