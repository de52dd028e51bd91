import { chance } from './chance';

/** A fleet. Everything that its hosts send follows from this. */
export interface FleetModel {
  /** Another seed makes another fleet. */
  seed: number;
  /** Begins every host's name. */
  prefix: string;
  hosts: number;
  intervalMs: number;
  /** Time of slot 0, Unix milliseconds. */
  startMs: number;
  /** How much later than its beat a reading may be taken. */
  jitterMs: number;
  /** Starts of an agent a host and hour. */
  restartsPerHour: number;
  /** Share of the hosts that is replaced by new ones each hour. */
  churnPerHour: number;
  /** Share of the hosts that run a Go agent: no name, no sequence, whole GB. */
  goShare: number;
  disksPerHost: number;
  /** Share of a disk's bytes in use at which it is cleared. */
  disksClearedAt: number;
  interfacesPerHost: number;
}

/** A small fleet of agents that never stop. */
export const DEFAULT_FLEET: FleetModel = {
  seed: 1,
  prefix: 'fleet',
  hosts: 100,
  intervalMs: 30_000,
  startMs: 0,
  jitterMs: 50,
  restartsPerHour: 0,
  churnPerHour: 0,
  goShare: 0,
  disksPerHost: 3,
  disksClearedAt: 0.95,
  interfacesPerHost: 3,
};

/** One boot of one agent on one host. */
export interface Life {
  /** Place in the fleet. */
  readonly host: number;
  /** How often the host at this place was replaced. */
  readonly generation: number;
  /** The slot of the boot's first message. */
  readonly bootSlot: number;
  /** The slot since which the machine itself runs: its counters begin there. */
  readonly machineSlot: number;
}

const HOUR_MS = 3_600_000;

/** The first life at a place. */
export function firstLife(host: number): Life {
  return { host, generation: 0, bootSlot: 0, machineSlot: 0 };
}

/** The life at a slot, given the one before: the same, or a new boot, or a new host. */
export function lifeAt(model: FleetModel, life: Life, slot: number): Life {
  const { seed, intervalMs } = model;
  const perSlot = (perHour: number) => (perHour * intervalMs) / HOUR_MS;
  const { host, generation } = life;
  if (chance(seed, host, slot, 1) < perSlot(model.churnPerHour)) {
    const begin = { bootSlot: slot, machineSlot: slot };
    return { host, generation: generation + 1, ...begin };
  }
  if (chance(seed, host, slot, 2) < perSlot(model.restartsPerHour)) {
    const reboot = chance(seed, host, slot, 3) < 0.5;
    const machineSlot = reboot ? slot : life.machineSlot;
    return { host, generation, bootSlot: slot, machineSlot };
  }
  return life;
}

/** Name of a host. */
export function hostName({ prefix }: FleetModel, life: Life): string {
  const name = `${prefix}-${life.host}`;
  return life.generation === 0 ? name : `${name}-r${life.generation}`;
}

/** Whether a host runs a Go agent. */
export function runsGo({ seed, goShare }: FleetModel, life: Life): boolean {
  return chance(seed, life.host, 4) < goShare;
}

/** Id of a boot. */
export function bootId({ seed }: FleetModel, life: Life): string {
  const word = (part: number) =>
    Math.floor(
      chance(seed, life.host, life.generation, life.bootSlot, part) * 2 ** 32,
    )
      .toString(16)
      .padStart(8, '0');
  return `${word(5)}${word(6)}`;
}

/** When a host takes its reading of a slot. Hosts are spread over the interval. */
export function collectedAtMs(
  model: FleetModel,
  host: number,
  slot: number,
): number {
  const { seed, startMs, intervalMs } = model;
  const late = lateAtMostMs(model) * chance(seed, host, slot, 7);
  return Math.floor(startMs + slot * intervalMs + phaseMs(model, host) + late);
}

/** A host's place within the interval. Hosts of neighbouring numbers follow each other. */
export function phaseMs(model: FleetModel, host: number): number {
  return (host / model.hosts) * (model.intervalMs - lateAtMostMs(model));
}

/** So that no reading comes after the next one of its host. */
function lateAtMostMs({ intervalMs, jitterMs }: FleetModel): number {
  return Math.min(jitterMs, intervalMs / 2);
}
