/** Where a broker listens. */
export interface BrokerAddress {
  host: string;
  port: number;
}

/** A broker that the cluster knows. */
export interface BrokerState extends BrokerAddress {
  nodeId: number;
  /** Whether it took a connection just now. */
  reachable: boolean;
}

/** A partition as the controller sees it. */
export interface PartitionState {
  partition: number;
  /** Undefined while none of its replicas leads. */
  leader?: number;
  replicas: number;
  inSync: number;
}

/** First and next offset of every partition, by partition. */
export interface LogOffsets {
  low: Map<number, number>;
  high: Map<number, number>;
}

/** Who reads in a consumer group. */
export interface Membership {
  /** As Kafka names it: `Stable`, `PreparingRebalance`, `Empty`, ... */
  state: string;
  members: number;
}

/** How far a consumer group has come, by partition. */
export interface GroupOffsets {
  /** Undefined where it may not be described. */
  membership?: Membership;
  /** Next offset after the last that was accepted by what comes after the consumer. */
  accepted: Map<number, number>;
  /** Next offset that a restart begins with. */
  committed: Map<number, number>;
}

/** All that one look at a Kafka cluster brings. */
export interface KafkaSnapshot {
  brokers: BrokerState[];
  /** Undefined where the topic does not exist. */
  partitions?: PartitionState[];
  minInSync?: number;
  /** Undefined while a partition has no leader. */
  offsets?: LogOffsets;
  groups: Map<string, GroupOffsets>;
  /** Messages that the topic of dead letters holds, undefined where there is none. */
  deadLetters?: number;
}
