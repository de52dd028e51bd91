import type { Running } from '@gomon/faults';

/** Where an agent works. */
export interface AgentPlace {
  readonly dir: string;
  readonly brokers: string;
  readonly topic: string;
  /** Between two readings. */
  readonly intervalSeconds: number;
}

/** Something that reads this machine's CPU, memory, disks and network, and publishes them to Kafka. */
export interface AgentContestant {
  readonly title: string;
  /** Version, and what was set other than its defaults. */
  readonly setting: string;
  /** Builds what it needs; nothing where that was done before. */
  prepare(): Promise<void>;
  start(place: AgentPlace): Promise<Running>;
}

/** File systems that hold no files of a disk, which all leave out alike. */
export const NO_DISKS = [
  ...['autofs', 'bpf', 'cgroup', 'cgroup2', 'configfs', 'debugfs', 'devpts'],
  ...['devtmpfs', 'fusectl', 'hugetlbfs', 'mqueue', 'nsfs', 'overlay', 'proc'],
  ...['pstore', 'securityfs', 'squashfs', 'sysfs', 'tracefs'],
];
