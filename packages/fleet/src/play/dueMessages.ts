import {
  collectedAtMs,
  firstLife,
  FleetModel,
  Life,
  lifeAt,
} from '../model/fleetModel';

/** A message whose time has come. */
export interface Due {
  life: Life;
  slot: number;
}

/** Walks through a fleet's messages in the order of their beats: slot by slot, and in each host by host. */
export class DueMessages {
  private readonly lives: Life[];
  private slot = 0;
  private host = 0;

  constructor(private readonly model: FleetModel) {
    this.lives = Array.from({ length: model.hosts }, (_, host) =>
      firstLife(host),
    );
  }

  /** When the next message is collected. */
  get nextAtMs(): number {
    return collectedAtMs(this.model, this.host, this.slot);
  }

  /** Messages collected by a time, the next ones first, so many at most. */
  take(untilMs: number, most: number): Due[] {
    const due: Due[] = [];
    while (due.length < most && this.nextAtMs <= untilMs) due.push(this.next());
    return due;
  }

  private next(): Due {
    const { host, slot } = this;
    const life =
      slot === 0
        ? this.lives[host]
        : lifeAt(this.model, this.lives[host], slot);
    this.lives[host] = life;
    this.host += 1;
    if (this.host === this.model.hosts) {
      this.host = 0;
      this.slot += 1;
    }
    return { life, slot };
  }
}
