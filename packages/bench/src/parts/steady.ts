import { reportHead } from '@gomon/faults';
import { benchSteady, FleetLoad, Steady } from '../steady/benchSteady';
import { Bench, Part } from './part';

/** With three interfaces 20 series a host: 100,000 hosts come to some 67,000 samples a second. */
const STEADY_DISKS = 5;
const DISKS = 3;
const PARTITIONS = 12;

export const steady: Part = async bench => {
  const loads = bench.options.hosts.map(hosts => ({
    ...{ hosts, disksPerHost: STEADY_DISKS, partitions: PARTITIONS },
  }));
  const { head, fleets } = await watchFleets(bench, loads);
  return { steady: { head, fleets } };
};

/** Few hosts, many disks, many partitions. */
const GROWTH: readonly FleetLoad[] = [
  { hosts: 1_000, disksPerHost: DISKS, partitions: PARTITIONS },
  { hosts: 20_000, disksPerHost: 12, partitions: PARTITIONS },
  { hosts: 20_000, disksPerHost: DISKS, partitions: 48 },
];

/** The model of sizes is not made from this one, but checked against it. */
const CHECK: FleetLoad = { hosts: 30_000, disksPerHost: 6, partitions: 24 };

export const growth: Part = async bench => {
  const { head, fleets } = await watchFleets(bench, [...GROWTH, CHECK]);
  return {
    growth: { head, fleets: fleets.slice(0, -1) },
    check: { head, fleet: fleets.at(-1)! },
  };
};

function watchFleets(
  { options, say, withServers }: Bench,
  loads: readonly FleetLoad[],
) {
  return withServers(async servers => {
    const fleets: Steady[] = [];
    for (const load of loads) {
      say(
        `${load.hosts} hosts with ${load.disksPerHost} disks, ${load.partitions} partitions`,
      );
      const fleet = await benchSteady(servers, load, options.seconds);
      fleets.push(fleet);
      say(JSON.stringify(fleet));
    }
    const head = await reportHead(servers.database.url, new Date());
    return { head, fleets };
  });
}
