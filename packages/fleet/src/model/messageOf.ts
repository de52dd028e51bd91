import type { DiskUsage, Metric, NetworkUsage } from '@gomon/wire';
import { chance } from './chance';
import {
  bootId,
  collectedAtMs,
  FleetModel,
  hostName,
  Life,
  runsGo,
} from './fleetModel';

const GIB = 1024 ** 3;
const DAY_MS = 86_400_000;
const MOUNTPOINTS = ['/', '/var', '/home', '/srv', '/opt', '/data'];
const INTERFACES = ['eth0', 'lo', 'eth1', 'wg0'];

/** What a host sends in a slot. A Go agent does not name its host: the record's header does. */
export function messageOf(model: FleetModel, life: Life, slot: number): Metric {
  const atMs = collectedAtMs(model, life.host, slot);
  const memory = memoryOf(model, life, slot);
  const base = {
    timestamp: String(Math.floor(atMs / 1000)),
    cpuUsagePercent: cpuOf(model, life, slot, atMs),
    memoryUsedPercent: Math.fround((memory.used / memory.total) * 100),
    memoryTotalGb: Math.floor(memory.total / GIB),
    memoryUsedGb: Math.floor(memory.used / GIB),
    diskStats: disksOf(model, life, slot),
  };
  if (runsGo(model, life)) {
    const [bytesSent, bytesReceived] = trafficOf(model, life, slot, 0);
    const all = { interfaceName: 'all', bytesSent, bytesReceived };
    return { ...base, hostname: '', netStats: [all] };
  }
  return {
    ...base,
    hostname: hostName(model, life),
    netStats: interfacesOf(model, life, slot),
    sequence: slot - life.bootSlot + 1,
    agentBootId: bootId(model, life),
    intervalMs: model.intervalMs,
    collectedAtMs: atMs,
    scope: 'host',
    memoryTotalBytes: memory.total,
    memoryAvailableBytes: memory.total - memory.used,
    memoryUsedBytes: memory.used,
  };
}

/** A base load of the host's own, busier by day, with noise. */
function cpuOf({ seed }: FleetModel, { host }: Life, slot: number, at: number) {
  const base = 5 + 40 * chance(seed, host, 10);
  const day = 0.5 + 0.5 * Math.sin((2 * Math.PI * at) / DAY_MS);
  const noise = 10 * chance(seed, host, slot, 11);
  return Math.fround(Math.min(100, base * (0.4 + 0.6 * day) + noise));
}

function memoryOf({ seed }: FleetModel, { host }: Life, slot: number) {
  const total = 2 ** (2 + Math.floor(6 * chance(seed, host, 20))) * GIB;
  const share = 0.3 + 0.4 * chance(seed, host, 21);
  const drift = 0.1 * Math.sin(slot / (50 + 100 * chance(seed, host, 22)));
  return { total, used: Math.floor(total * (share + drift)) };
}

/** Disks fill slowly, and are cleared at last. */
function disksOf(model: FleetModel, life: Life, slot: number): DiskUsage[] {
  const { seed, disksPerHost, disksClearedAt } = model;
  return Array.from({ length: disksPerHost }, (_, disk) => {
    const mountpoint = MOUNTPOINTS[disk] ?? `/mnt/disk-${disk}`;
    const own = chance(seed, life.host, disk, 30);
    const totalBytes = 2 ** (5 + Math.floor(6 * own)) * GIB;
    const filled = (0.2 + own * 0.6 + slot * 1e-5) % disksClearedAt;
    const usedBytes = Math.floor(totalBytes * filled);
    const reserved = 0.05 * totalBytes;
    const usedPercent = Math.fround(
      Math.min(100, (usedBytes / (totalBytes - reserved)) * 100),
    );
    return { mountpoint, totalBytes, usedBytes, usedPercent };
  });
}

function interfacesOf(
  model: FleetModel,
  life: Life,
  slot: number,
): NetworkUsage[] {
  return Array.from({ length: model.interfacesPerHost }, (_, i) => {
    const [bytesSent, bytesReceived] = trafficOf(model, life, slot, i);
    const interfaceName = INTERFACES[i] ?? `eth${i}`;
    return { interfaceName, bytesSent, bytesReceived };
  });
}

/** Counters since the machine's start: they rise with noise, and begin anew with the machine. */
function trafficOf(
  { seed, intervalMs }: FleetModel,
  { host, machineSlot }: Life,
  slot: number,
  card: number,
): [sent: number, received: number] {
  return [0, 1].map(way => {
    const perSecond = 10 ** (2 + 5 * chance(seed, host, card, way, 40));
    const perSlot = (perSecond * intervalMs) / 1000;
    const noise = chance(seed, host, slot, card, way, 41);
    return Math.floor(perSlot * (slot - machineSlot + noise));
  }) as [number, number];
}
