import { decodeMetric, encodeMetric, toSamples } from '@gomon/wire';
import { DueMessages } from '../play/dueMessages';
import { chance } from './chance';
import {
  collectedAtMs,
  DEFAULT_FLEET,
  FleetModel,
  hostName,
} from './fleetModel';
import { messageOf } from './messageOf';

const lively: FleetModel = {
  ...DEFAULT_FLEET,
  hosts: 40,
  startMs: 1_700_000_000_000,
  restartsPerHour: 2,
  churnPerHour: 0.5,
  goShare: 0.2,
};
const HOUR_MS = 3_600_000;

const hourOf = (model: FleetModel) =>
  new DueMessages(model).take(model.startMs + HOUR_MS, 1e6);

describe('a fleet', () => {
  it('sends the same for the same seed, and something else for another', () => {
    const sent = (seed: number) =>
      hourOf({ ...lively, seed })
        .slice(0, 500)
        .map(({ life, slot }) => messageOf({ ...lively, seed }, life, slot));
    expect(sent(1)).toEqual(sent(1));
    expect(sent(1)).not.toEqual(sent(2));
  });

  it('sends figures that are all stored, as its agents would', () => {
    for (const { life, slot } of hourOf(lively)) {
      const message = messageOf(lively, life, slot);
      expect(decodeMetric(encodeMetric(message))).toEqual(message);
      const { rejected, instance, nameless } = toSamples(message, {
        hostHeader: hostName(lively, life),
        nowMs: lively.startMs + HOUR_MS,
      });
      expect(rejected).toEqual([]);
      expect([instance, nameless]).toEqual([hostName(lively, life), false]);
      expect(message.cpuUsagePercent).toBeLessThanOrEqual(100);
      expect(message.memoryUsedPercent).toBeLessThanOrEqual(100);
    }
  });

  it('restarts agents and replaces hosts about as often as it is told', () => {
    const due = hourOf(lively);
    const names = new Set(due.map(({ life }) => hostName(lively, life)));
    const boots = new Set(
      due.map(({ life }) => `${hostName(lively, life)}/${life.bootSlot}`),
    );
    expect(names.size - lively.hosts).toBeGreaterThan(8);
    expect(names.size - lively.hosts).toBeLessThan(40);
    expect(boots.size - names.size).toBeGreaterThan(40);
    expect(boots.size - names.size).toBeLessThan(130);
  });

  it('counts each boot from one without gaps, in order of time', () => {
    const last = new Map<string, { sequence: number; atMs: number }>();
    for (const { life, slot } of hourOf(lively)) {
      const {
        sequence,
        agentBootId,
        collectedAtMs: atMs,
      } = messageOf(lively, life, slot);
      if (sequence === undefined || atMs === undefined) continue;
      const before = last.get(`${agentBootId}`);
      expect(sequence).toBe((before?.sequence ?? 0) + 1);
      expect(atMs).toBeGreaterThan(before?.atMs ?? 0);
      last.set(`${agentBootId}`, { sequence, atMs });
    }
  });

  it('counts traffic up, and from the beginning when the machine starts anew', () => {
    const before = new Map<string, { sent: number; machineSlot: number }>();
    const falls: { sameMachine: boolean }[] = [];
    for (const { life, slot } of hourOf(lively)) {
      const name = hostName(lively, life);
      const { machineSlot } = life;
      const sent = messageOf(lively, life, slot).netStats[0].bytesSent ?? NaN;
      const known = before.get(name);
      if (known && sent < known.sent) {
        falls.push({ sameMachine: machineSlot === known.machineSlot });
      }
      before.set(name, { sent, machineSlot });
    }
    expect(falls.length).toBeGreaterThan(5);
    expect(falls.filter(fall => fall.sameMachine)).toEqual([]);
  });

  it('spreads its hosts over the interval', () => {
    const times = Array.from({ length: 40 }, (_, host) =>
      collectedAtMs(lively, host, 0),
    );
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(27_000);
  });
});

describe('chance', () => {
  it('is even and depends on every part', () => {
    const values = Array.from({ length: 10_000 }, (_, i) =>
      chance(1, i, 2 ** 40 + i),
    );
    const mean = values.reduce((a, b) => a + b) / values.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.02);
    expect(new Set(values).size).toBeGreaterThan(9_990);
    expect(chance(1, 2)).not.toBe(chance(2, 1));
    expect(chance(0)).not.toBe(chance(2 ** 32));
  });
});
