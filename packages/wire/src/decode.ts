import { Cursor, FIXED32, LENGTH_DELIMITED, VARINT } from './cursor';
import { DecodeError } from './decodeError';
import { DecodeLimits, DEFAULT_DECODE_LIMITS } from './limits';
import { DiskUsage, emptyMetric, Metric, NetworkUsage } from './metric';

const UINT32_MAX = 2 ** 32 - 1;

const varint = (field: number) => field * 8 + VARINT;
const delimited = (field: number) => field * 8 + LENGTH_DELIMITED;
const fixed32 = (field: number) => field * 8 + FIXED32;

/**
 * Reads one message.
 *
 * Byte counts above 2^53 are rounded to a double (a busy 100 Gbit/s interface passes 2^53 bytes within weeks);
 * sequence and times must be exact. A known field of another wire type is another schema and is refused.
 *
 * @throws DecodeError with a stable `reason`
 */
export function decodeMetric(
  bytes: Uint8Array,
  limits: DecodeLimits = DEFAULT_DECODE_LIMITS,
): Metric {
  if (bytes.length === 0) throw new DecodeError('empty', 0);
  if (bytes.length > limits.maxBytes) throw new DecodeError('too_large', 0);
  const buffer = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cursor = new Cursor(buffer, buffer.length);
  const metric = emptyMetric();
  while (cursor.position < cursor.end) {
    readField(cursor, cursor.tag(), metric, limits);
  }
  if (metric.timestamp === '' && metric.collectedAtMs === undefined) {
    throw cursor.error('no_timestamp');
  }
  return metric;
}

function readField(
  cursor: Cursor,
  tag: number,
  metric: Metric,
  limits: DecodeLimits,
): void {
  const maxText = limits.maxTextBytes;
  switch (tag) {
    case delimited(1):
      metric.hostname = cursor.text(maxText);
      return;
    case delimited(2):
      metric.timestamp = cursor.text(maxText);
      return;
    case fixed32(3):
      metric.cpuUsagePercent = cursor.float();
      return;
    case fixed32(4):
      metric.memoryUsedPercent = cursor.float();
      return;
    case varint(5):
      metric.memoryTotalGb = cursor.varint();
      return;
    case varint(6):
      metric.memoryUsedGb = cursor.varint();
      return;
    case varint(7):
      metric.memoryFreeMib = cursor.varint();
      return;
    case delimited(8):
      if (metric.diskStats.length >= limits.maxDisks) {
        throw cursor.error('too_many_disks');
      }
      metric.diskStats.push(readDisk(cursor, maxText));
      return;
    case delimited(9):
      if (metric.netStats.length >= limits.maxInterfaces) {
        throw cursor.error('too_many_interfaces');
      }
      metric.netStats.push(readInterface(cursor, maxText));
      return;
    case delimited(10):
      metric.correlationId = cursor.text(maxText);
      return;
    case delimited(11):
      metric.traceStartTime = cursor.text(maxText);
      return;
    case delimited(12):
      metric.kafkaPublishTime = cursor.text(maxText);
      return;
    case delimited(13):
      metric.aggregatorReceivedTime = cursor.text(maxText);
      return;
    case delimited(14):
      metric.vmPublishTime = cursor.text(maxText);
      return;
    case varint(15):
      metric.sequence = cursor.integer(Number.MAX_SAFE_INTEGER);
      return;
    case delimited(16):
      metric.agentBootId = cursor.text(maxText);
      return;
    case varint(17):
      metric.intervalMs = cursor.integer(UINT32_MAX);
      return;
    case varint(18):
      metric.collectedAtMs = cursor.integer(Number.MAX_SAFE_INTEGER);
      return;
    case delimited(19):
      metric.scope = cursor.name(maxText);
      return;
    case varint(20):
      metric.memoryTotalBytes = cursor.varint();
      return;
    case varint(21):
      metric.memoryAvailableBytes = cursor.varint();
      return;
    case varint(22):
      metric.memoryUsedBytes = cursor.varint();
      return;
    default:
      skipUnknown(cursor, tag, 22);
  }
}

// Disks and interfaces have a loop each: one that calls a function for each field makes decoding a quarter slower.
function readDisk(cursor: Cursor, maxText: number): DiskUsage {
  const disk: DiskUsage = {
    mountpoint: '',
    usedPercent: undefined,
    totalBytes: undefined,
    usedBytes: undefined,
  };
  const outerEnd = cursor.enter();
  while (cursor.position < cursor.end) {
    const tag = cursor.tag();
    if (tag === delimited(1)) disk.mountpoint = cursor.name(maxText);
    else if (tag === fixed32(2)) disk.usedPercent = cursor.float();
    else if (tag === varint(3)) disk.totalBytes = cursor.varint();
    else if (tag === varint(4)) disk.usedBytes = cursor.varint();
    else skipUnknown(cursor, tag, 4);
  }
  cursor.end = outerEnd;
  return disk;
}

function readInterface(cursor: Cursor, maxText: number): NetworkUsage {
  const usage: NetworkUsage = {
    interfaceName: '',
    bytesSent: undefined,
    bytesReceived: undefined,
  };
  const outerEnd = cursor.enter();
  while (cursor.position < cursor.end) {
    const tag = cursor.tag();
    if (tag === delimited(1)) usage.interfaceName = cursor.name(maxText);
    else if (tag === varint(2)) usage.bytesSent = cursor.varint();
    else if (tag === varint(3)) usage.bytesReceived = cursor.varint();
    else skipUnknown(cursor, tag, 3);
  }
  cursor.end = outerEnd;
  return usage;
}

function skipUnknown(cursor: Cursor, tag: number, lastKnown: number): void {
  const wireType = tag % 8;
  if ((tag - wireType) / 8 <= lastKnown) throw cursor.error('wrong_schema');
  cursor.skip(wireType);
}
