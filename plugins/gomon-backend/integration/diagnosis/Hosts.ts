import { encodeMetric } from '@gomon/wire';
import { Kafka, Message, Producer } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';

const TOPIC = 'metrics-v4';

interface Host {
  name: string;
  bootId: string;
  sequence: number;
  silent: boolean;
  /** Measures, and keeps what it measured to itself for now. */
  late: boolean;
  kept: Message[];
  /** Milliseconds that its clock is ahead. */
  clockMs: number;
}

/** Many hosts that report by messages like an agent's, and that can fall silent or have a wrong clock. */
export class Hosts {
  readonly #hosts: Host[];
  readonly #producer: Producer;
  readonly #stop = new AbortController();
  #waiting: Message[] = [];
  #running?: Promise<void>;

  constructor(
    kafka: Kafka,
    count: number,
    private readonly intervalMs: number,
  ) {
    this.#producer = kafka.producer({
      allowAutoTopicCreation: false,
      // kafkajs 2.2.4 may take a partition that has moved between two tries for delivered. The next round sends all again.
      retry: { retries: 0 },
    });
    this.#hosts = Array.from({ length: count }, (_, index) => ({
      name: `host-${index + 1}`,
      bootId: `boot-${index + 1}`,
      sequence: 0,
      silent: false,
      late: false,
      kept: [],
      clockMs: 0,
    }));
  }

  async start(): Promise<void> {
    await this.#producer.connect();
    this.#running = this.#run();
  }

  silence(name: string, silent: boolean): void {
    this.#host(name).silent = silent;
  }

  /** Lets a host send nothing for a while, and all of it then. */
  delay(name: string, late: boolean): void {
    this.#host(name).late = late;
  }

  setClock(name: string, aheadMs: number): void {
    this.#host(name).clockMs = aheadMs;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await this.#producer.disconnect();
  }

  #host(name: string): Host {
    return this.#hosts.find(host => host.name === name)!;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      const startedAt = Date.now();
      const speaking = this.#hosts.filter(({ silent }) => !silent);
      // What Kafka does not take waits, as in an agent's outbox.
      this.#waiting.push(...speaking.flatMap(host => this.#messagesOf(host)));
      try {
        await this.#producer.send({
          topic: TOPIC,
          acks: -1,
          timeout: 4000,
          messages: this.#waiting,
        });
        this.#waiting = [];
      } catch {
        // The next round tries again.
      }
      const left = Math.max(0, this.intervalMs - (Date.now() - startedAt));
      await sleep(left, undefined, { signal }).catch(() => {});
    }
  }

  #messagesOf(host: Host): Message[] {
    host.kept.push(this.#report(host));
    return host.late ? [] : host.kept.splice(0);
  }

  #report(host: Host): Message {
    host.sequence += 1;
    const value = encodeMetric({
      hostname: host.name,
      timestamp: '',
      cpuUsagePercent: 12.5,
      memoryUsedPercent: 50,
      diskStats: [
        { mountpoint: '/', usedPercent: 40, totalBytes: 1e11, usedBytes: 4e10 },
      ],
      netStats: [{ interfaceName: 'eth0', bytesSent: 1e6, bytesReceived: 2e6 }],
      sequence: host.sequence,
      agentBootId: host.bootId,
      intervalMs: this.intervalMs,
      collectedAtMs: Date.now() + host.clockMs,
      scope: 'host',
    });
    return {
      key: host.name,
      value: Buffer.from(value),
      headers: { host: host.name },
    };
  }
}
