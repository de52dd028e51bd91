import { JOB, Series } from './series';

/** Far more than the disks and interfaces of a fleet have different names. */
const MAX_HEADS = 10_000;

/** How lines begin, as bytes, up to the name of their host: the same for all hosts. Bounded; kept from batch to batch. */
export class LineHeads {
  private readonly heads = new Map<Series, Map<string, Buffer>>();
  private count = 0;

  /** @param own - the value of the series' own label */
  of(series: Series, own: string): Buffer {
    let heads = this.heads.get(series);
    if (!heads) this.heads.set(series, (heads = new Map()));
    let head = heads.get(own);
    if (!head) {
      if (this.count >= MAX_HEADS) this.forget();
      head = Buffer.from(headOf(series, own));
      heads.set(own, head);
      this.count += 1;
    }
    return head;
  }

  private forget(): void {
    for (const heads of this.heads.values()) heads.clear();
    this.count = 0;
  }
}

function headOf({ name, label }: Series, own: string): string {
  const ownLabel = label ? `"${label}":${JSON.stringify(own)},` : '';
  return `{"metric":{"__name__":"${name}",${ownLabel}"job":"${JOB}","instance":`;
}
