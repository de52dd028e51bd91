import { createSocket, Socket } from 'node:dgram';
import { AddressInfo } from 'node:net';

const HEADER_LENGTH = 12;
const NO_SUCH_NAME = 3;
const TYPE_A = 1;

/** A name server of the test's own: knows one name, and forgets it when it is told to. */
export class NameServer {
  readonly #socket: Socket;
  readonly #name: string;
  /** The address of the name; undefined: it does not resolve. */
  address: string | undefined;
  asked = 0;

  private constructor(name: string) {
    this.#name = name;
    this.#socket = createSocket('udp4', (query, from) => {
      this.asked += 1;
      this.#socket.send(this.#answer(query), from.port, from.address);
    });
  }

  static async start(name: string): Promise<NameServer> {
    const server = new NameServer(name);
    await new Promise<void>(resolve =>
      server.#socket.bind(0, '127.0.0.1', resolve),
    );
    return server;
  }

  get endpoint(): string {
    return `127.0.0.1:${(this.#socket.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#socket.close();
  }

  #answer(query: Buffer): Buffer {
    const { name, end } = readQuestion(query);
    const known =
      this.address !== undefined &&
      name === this.#name &&
      query.readUInt16BE(end - 4) === TYPE_A;
    const header = Buffer.alloc(HEADER_LENGTH);
    query.copy(header, 0, 0, 2);
    // A response, authoritative, recursion desired and available.
    header.writeUInt16BE(0x8580 | (known ? 0 : NO_SUCH_NAME), 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(known ? 1 : 0, 6);
    const question = query.subarray(HEADER_LENGTH, end);
    return Buffer.concat([
      header,
      question,
      known ? record(this.address!) : Buffer.alloc(0),
    ]);
  }
}

function readQuestion(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let i = HEADER_LENGTH;
  while (query[i] > 0) {
    labels.push(query.toString('ascii', i + 1, i + 1 + query[i]));
    i += 1 + query[i];
  }
  return { name: labels.join('.').toLowerCase(), end: i + 5 };
}

function record(address: string): Buffer {
  const fixed = Buffer.alloc(12);
  // The name is where the question has it.
  fixed.writeUInt16BE(0xc00c, 0);
  fixed.writeUInt16BE(TYPE_A, 2);
  fixed.writeUInt16BE(1, 4);
  fixed.writeUInt32BE(0, 6);
  fixed.writeUInt16BE(4, 10);
  return Buffer.concat([fixed, Buffer.from(address.split('.').map(Number))]);
}
