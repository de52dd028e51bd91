import { Writer } from 'protobufjs/minimal';
import { DiskUsage, Metric, NetworkUsage } from './metric';

const varint = (field: number) => field * 8;
const delimited = (field: number) => field * 8 + 2;
const fixed32 = (field: number) => field * 8 + 5;

/**
 * Writes one message by metrics.proto. What is `undefined` is left out; a zero is written, since for a reading
 * zero and "not read" are different things. Fields appear in the order of their numbers, so equal messages have
 * equal bytes.
 */
export function encodeMetric(metric: Metric): Uint8Array {
  const writer = Writer.create();
  if (metric.hostname !== '') text(writer, 1, metric.hostname);
  if (metric.timestamp !== '') text(writer, 2, metric.timestamp);
  float(writer, 3, metric.cpuUsagePercent);
  float(writer, 4, metric.memoryUsedPercent);
  uint(writer, 5, metric.memoryTotalGb);
  uint(writer, 6, metric.memoryUsedGb);
  uint(writer, 7, metric.memoryFreeMib);
  for (const disk of metric.diskStats) writeDisk(writer, disk);
  for (const usage of metric.netStats) writeInterface(writer, usage);
  text(writer, 10, metric.correlationId);
  text(writer, 11, metric.traceStartTime);
  text(writer, 12, metric.kafkaPublishTime);
  text(writer, 13, metric.aggregatorReceivedTime);
  text(writer, 14, metric.vmPublishTime);
  uint(writer, 15, metric.sequence);
  text(writer, 16, metric.agentBootId);
  uint(writer, 17, metric.intervalMs);
  uint(writer, 18, metric.collectedAtMs);
  text(writer, 19, metric.scope);
  uint(writer, 20, metric.memoryTotalBytes);
  uint(writer, 21, metric.memoryAvailableBytes);
  uint(writer, 22, metric.memoryUsedBytes);
  return writer.finish();
}

function writeDisk(writer: Writer, disk: DiskUsage): void {
  writer.uint32(delimited(8)).fork();
  if (disk.mountpoint !== '') text(writer, 1, disk.mountpoint);
  float(writer, 2, disk.usedPercent);
  uint(writer, 3, disk.totalBytes);
  uint(writer, 4, disk.usedBytes);
  writer.ldelim();
}

function writeInterface(writer: Writer, usage: NetworkUsage): void {
  writer.uint32(delimited(9)).fork();
  if (usage.interfaceName !== '') text(writer, 1, usage.interfaceName);
  uint(writer, 2, usage.bytesSent);
  uint(writer, 3, usage.bytesReceived);
  writer.ldelim();
}

function text(writer: Writer, field: number, value: string | undefined) {
  if (value !== undefined) writer.uint32(delimited(field)).string(value);
}

function float(writer: Writer, field: number, value: number | undefined) {
  if (value !== undefined) writer.uint32(fixed32(field)).float(value);
}

/** uint32 and uint64 have the same encoding. */
function uint(writer: Writer, field: number, value: number | undefined) {
  if (value !== undefined) writer.uint32(varint(field)).uint64(value);
}
