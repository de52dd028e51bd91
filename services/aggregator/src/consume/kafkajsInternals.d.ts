declare module 'kafkajs/src/consumer/consumerGroup' {
  interface Broker {
    heartbeat(request: unknown): Promise<void>;
  }

  /** A member of a group, from joining until it leaves. */
  export default class ConsumerGroup {
    constructor(options: {
      groupId: string;
      sessionTimeout: number;
      cluster: unknown;
      logger: unknown;
      instrumentationEmitter: unknown;
    });
    readonly groupId: string;
    /** Milliseconds. */
    readonly sessionTimeout: number;
    /** When the group last heard of this member, milliseconds since 1970. */
    lastRequest: number;
    coordinator: Broker | null;
    offsetManager: { coordinator: Broker } | null;
    readonly cluster: {
      findGroupCoordinator(group: { groupId: string }): Promise<Broker>;
    };
    /** Beats if the last sign of life is longer ago than `interval` milliseconds. */
    heartbeat(options: { interval: number }): Promise<void>;
  }
}

declare module 'kafkajs/src/utils/long' {
  /** 64 bits. */
  export default class Long {
    static fromNumber(value: number): Long;
  }
}

declare module 'kafkajs/src/protocol/decoder' {
  import Long from 'kafkajs/src/utils/long';

  /** Reads Kafka's protocol. */
  export default class Decoder {
    static decodeZigZag(value: number): number;
    constructor(buffer: Buffer);
    readonly buffer: Buffer;
    offset: number;
    readVarLong(): Long;
  }
}
