import type { Metric } from '@gomon/wire';
import {
  bootId,
  FleetModel,
  hostName,
  Life,
  runsGo,
} from '../model/fleetModel';
import { messageOf } from '../model/messageOf';
import { SequenceRanges } from './sequenceRanges';

/** One message that Kafka acknowledged: what an oracle has to find again. */
export interface Produced {
  host: string;
  /** Empty for a Go agent, which has no boots. */
  boot: string;
  /** Within the boot; for a Go agent the number of its message. */
  sequence: number;
  /** The message itself, made again from the model. */
  message: Metric;
}

interface Boot {
  life: Life;
  acknowledged: SequenceRanges;
}

/**
 * What a fleet produced, by contract section 9: acknowledged by Kafka. Messages are not kept, since the model makes
 * them again, so the ledger of millions of messages is small.
 */
export class Ledger {
  private readonly boots = new Map<string, Boot>();

  constructor(readonly model: FleetModel) {}

  /** Notes that Kafka has a message. */
  acknowledge(life: Life, slot: number): void {
    const key = `${life.host}/${life.generation}/${life.bootSlot}`;
    let boot = this.boots.get(key);
    if (!boot) {
      boot = { life, acknowledged: new SequenceRanges() };
      this.boots.set(key, boot);
    }
    boot.acknowledged.add(slot - life.bootSlot + 1);
  }

  /** Messages that were acknowledged. */
  get size(): number {
    let size = 0;
    for (const { acknowledged } of this.boots.values()) {
      size += acknowledged.size;
    }
    return size;
  }

  /** Every acknowledged message, host by host. */
  *[Symbol.iterator](): Generator<Produced> {
    for (const { life, acknowledged } of this.boots.values()) {
      const host = hostName(this.model, life);
      const boot = runsGo(this.model, life) ? '' : bootId(this.model, life);
      for (const sequence of acknowledged) {
        const slot = life.bootSlot + sequence - 1;
        const message = messageOf(this.model, life, slot);
        yield { host, boot, sequence, message };
      }
    }
  }
}
