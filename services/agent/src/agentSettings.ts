import {
  crossCheckKafka,
  kafkaSettings,
  kinds,
  optional,
  serviceSettings,
  traceSettings,
  ValuesOf,
  withDefault,
} from '@gomon/service-kit';

/** Every environment variable of the agent. `--help` and the README's table are made from this. */
export const agentSettings = {
  ...kafkaSettings,
  compression: withDefault(
    'KAFKA_COMPRESSION',
    kinds.choice(['auto', 'none', 'gzip']),
    'auto',
    'auto, none or gzip. auto compresses what has piled up and leaves single messages as they are, which saves the reader more than it costs the network.',
  ),
  intervalMs: withDefault(
    'COLLECT_INTERVAL_MS',
    kinds.integer(100, 3_600_000),
    '30000',
    'Time between two readings.',
  ),
  nodeName: optional(
    'NODE_NAME',
    kinds.text().max(253, 'is longer than a host name can be'),
    "Name of the host in every series. Unset: the operating system's; with HOST_ROOT, what its etc/hostname says. In Kubernetes: spec.nodeName.",
  ),
  hostRoot: optional(
    'HOST_ROOT',
    kinds.path(),
    "Where the host's root is mounted in the agent's container, read-only: the figures are then the host's.",
  ),
  source: withDefault(
    'COLLECT_SOURCE',
    kinds.choice(['auto', 'proc', 'systeminformation']),
    'auto',
    'Where figures come from: proc, systeminformation, or auto, which takes /proc where there is one.',
  ),
  mountsExclude: withDefault(
    'COLLECT_MOUNTS_EXCLUDE',
    kinds.pattern(),
    '^/(dev|proc|run/credentials/.+|sys|var/lib/docker/.+|var/lib/containers/storage/.+|var/lib/kubelet/.+)($|/)',
    'Mount points to leave out, a regular expression.',
  ),
  fsTypesExclude: withDefault(
    'COLLECT_FS_TYPES_EXCLUDE',
    kinds.pattern(),
    '^(autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|fusectl|hugetlbfs|iso9660|mqueue|nsfs|overlay|proc|procfs|pstore|rpc_pipefs|securityfs|selinuxfs|squashfs|sysfs|tracefs)$',
    "File systems to leave out by type, a regular expression. A container's own root is kept whatever its type.",
  ),
  devicesExclude: withDefault(
    'COLLECT_DEVICES_EXCLUDE',
    kinds.pattern(),
    '',
    'Devices to leave out, such as /dev/loop3, a regular expression.',
  ),
  interfacesExclude: withDefault(
    'COLLECT_INTERFACES_EXCLUDE',
    kinds.pattern(),
    '^(veth|cali|lxc)',
    "Network interfaces to leave out, a regular expression. The default leaves out the containers' ends of pairs, which come and go with every pod.",
  ),
  statfsTimeoutMs: withDefault(
    'COLLECT_STATFS_TIMEOUT_MS',
    kinds.integer(50, 60_000),
    '2000',
    'How long a file system may take to answer. One that hangs is left out until it answers, and costs the others nothing.',
  ),
  outboxMaxMessages: withDefault(
    'OUTBOX_MAX_MESSAGES',
    kinds.integer(1, 10_000_000),
    '100000',
    'Readings that wait for Kafka at most; beyond, the oldest is dropped and counted.',
  ),
  outboxMaxBytes: withDefault(
    'OUTBOX_MAX_BYTES',
    kinds.bytes(64 * 1024, 2 ** 40),
    '32Mi',
    'Size of the readings that wait in memory at most.',
  ),
  spoolDir: optional(
    'SPOOL_DIR',
    kinds.path(),
    'Folder where readings wait for Kafka on disk, so that they outlive the process. Unset: they wait in memory. OUTBOX_* does not apply then.',
  ),
  spoolMaxBytes: withDefault(
    'SPOOL_MAX_BYTES',
    kinds.bytes(64 * 1024, 2 ** 40),
    '256Mi',
    'Size of the spool at most; beyond, the oldest readings are dropped and counted.',
  ),
  spoolSync: withDefault(
    'SPOOL_SYNC',
    kinds.flag(),
    'false',
    'Wait for the disk at each reading: outlives a power cut too, not only the process.',
  ),
  ...serviceSettings(2112),
  ...traceSettings,
};

/** Values of {@link agentSettings}. */
export type AgentValues = ValuesOf<typeof agentSettings>;

/** What must hold between the agent's settings. */
export const crossCheckAgent: (values: AgentValues) => string[] =
  crossCheckKafka;
