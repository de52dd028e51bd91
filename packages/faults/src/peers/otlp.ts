import { Sample } from '@gomon/wire';
import { Writer } from 'protobufjs/minimal';

const delimited = (field: number) => field * 8 + 2;
const fixed64 = (field: number) => field * 8 + 1;
const NANOSECONDS_PER_MS = 1_000_000n;
const LOW_32 = 0xffff_ffffn;

/** Samples as one ExportMetricsServiceRequest of opentelemetry-proto 1.x: a gauge each, its labels as attributes. */
export function encodeOtlp(samples: readonly Sample[]): Buffer {
  const writer = Writer.create();
  nest(writer, 1, () =>
    nest(writer, 2, () => {
      for (const sample of samples)
        nest(writer, 2, () => gauge(writer, sample));
    }),
  );
  return Buffer.from(writer.finish());
}

function gauge(writer: Writer, { name, labels, value, timestampMs }: Sample) {
  writer.uint32(delimited(1)).string(name);
  nest(writer, 5, () =>
    nest(writer, 1, () => {
      const nanoseconds = BigInt(timestampMs) * NANOSECONDS_PER_MS;
      // As two halves: a double cannot hold it.
      writer
        .uint32(fixed64(3))
        .fixed32(Number(nanoseconds % (LOW_32 + 1n)))
        .fixed32(Number(nanoseconds / (LOW_32 + 1n)));
      writer.uint32(fixed64(4)).double(value);
      for (const [key, text] of Object.entries(labels)) {
        nest(writer, 7, () => {
          writer.uint32(delimited(1)).string(key);
          nest(writer, 2, () => writer.uint32(delimited(1)).string(text));
        });
      }
    }),
  );
}

function nest(writer: Writer, field: number, write: () => void): void {
  writer.uint32(delimited(field)).fork();
  write();
  writer.ldelim();
}
