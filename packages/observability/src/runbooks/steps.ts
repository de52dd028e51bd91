/** One thing to do about an alert. */
export interface Step {
  text: string;
  /** Typed into a shell at the root of the repository, or where kubectl is. */
  command?: string;
  /**
   * What it could not be run without where this was written: a kubelet, which runs containers, or systemd.
   */
  needs?: 'kubelet' | 'systemd';
}

const kubelet = (text: string, command: string): Step => ({
  text,
  command,
  needs: 'kubelet',
});
const step = (text: string, command?: string): Step => ({ text, command });
const pods = (name: string, namespace = 'monitoring') =>
  step(
    `See its pods`,
    `kubectl get pods -n ${namespace} -l app.kubernetes.io/name=${name}`,
  );
const aggregatorReady = kubelet(
  'Ask the aggregator what keeps it from its job',
  'kubectl exec deployment/portal -n monitoring -- node -e "fetch(\'http://aggregator:2113/ready\').then(r => r.text()).then(console.log)"',
);
const aggregatorLog = kubelet(
  'Read the log of the aggregator',
  'kubectl logs deployment/aggregator -n monitoring -c aggregator --tail=200',
);
const claims = step('See the claims', 'kubectl get pvc -n monitoring');
const deadLetters = (command: string) =>
  kubelet(
    'Look at the letters',
    `kubectl exec deployment/aggregator -n monitoring -c aggregator -- node main.cjs dead-letters ${command}`,
  );
const topics = kubelet(
  'See leaders and copies of the partitions',
  'kubectl exec kafka-0 -n monitoring -- /opt/kafka/bin/kafka-topics.sh --bootstrap-server localhost:9092 --describe',
);
const lag = kubelet(
  'See how far the group is behind',
  'kubectl exec kafka-0 -n monitoring -- /opt/kafka/bin/kafka-consumer-groups.sh --bootstrap-server localhost:9092 --describe --group metrics-group',
);
const databaseLog = kubelet(
  'Read the log of VictoriaMetrics',
  'kubectl logs deployment/victoria-metrics -n monitoring --tail=200',
);
const agentPods = step(
  'See the agent of each node',
  'kubectl get pods -n monitoring-agents -o wide',
);
const onTheHost = (text: string, command: string) =>
  step(`On the host: ${text}`, command);
const largest = onTheHost(
  'what is largest? Logs most often; ask the same of the disk that the alert names',
  'du -xh --max-depth=2 /var/log | sort -h | tail -20',
);
const dashboard = (name: string, what: string) =>
  step(`Open the dashboard *gomon: ${name}*: ${what}.`);

/** What to do, by the name of the rule. The first step is what helps most often. */
export const steps: Record<string, Step[]> = {
  GomonHostSilent: [
    agentPods,
    {
      ...onTheHost('does the agent run?', 'systemctl status gomon-agent'),
      needs: 'systemd',
    },
    step('A host that was taken away leaves the alert after six hours.'),
  ],
  GomonFleetSilent: [
    step('Open the portal: it names the stage that fails by itself.'),
    pods('victoria-metrics'),
    pods('aggregator'),
    pods('kafka'),
  ],
  GomonHostDiskFilling: [largest, dashboard('capacity', 'how fast it fills')],
  GomonHostDiskFull: [onTheHost('which file system?', 'df -h'), largest],
  GomonHostMemoryPressure: [
    onTheHost('which process?', 'ps -eo pid,rss,comm --sort=-rss | head'),
    dashboard('host', 'since when, and whether it comes back every day'),
  ],
  GomonReadingsDropped: [
    pods('kafka'),
    step(
      'Bring Kafka back first. Then give the agents a spool (`SPOOL_DIR`), or a larger one (`SPOOL_MAX_BYTES`): services/agent/README.md.',
    ),
    agentPods,
  ],
  GomonReadingsMissing: [
    dashboard('host', '*Readings lost in a day*, host by host'),
    agentPods,
    step('An agent that is killed without a spool loses what it had not sent.'),
  ],
  GomonAgentNameless: [
    aggregatorLog,
    step(
      'Set `NODE_NAME` for that agent, or let its producer write the header `host`.',
    ),
  ],
  GomonAggregatorDown: [
    pods('aggregator'),
    aggregatorLog,
    step(
      'Start it anew',
      'kubectl rollout restart deployment/aggregator -n monitoring',
    ),
  ],
  GomonLagGrowing: [
    aggregatorReady,
    lag,
    dashboard(
      'metrics pipeline',
      '*Time of an import* and *Event loop of the aggregator*',
    ),
    step(
      'If the event loop works above 70 % of the time, add one; no more than the topic has partitions',
      'kubectl scale deployment/aggregator -n monitoring --replicas 2',
    ),
  ],
  GomonDelayOverBudget: [
    dashboard(
      'metrics pipeline',
      'whether the lag, the imports or single hosts are late',
    ),
    aggregatorReady,
  ],
  GomonDeadLetters: [
    deadLetters('list'),
    step(
      'A reason that begins with timestamp_ is a host whose clock is wrong. After the cause is mended, `dead-letters replay` sends a letter again.',
    ),
  ],
  GomonSamplesRejected: [
    step(
      'value_not_finite, value_negative: ask VictoriaMetrics for a host without a figure that the others have, such as `group by (instance) (mem_usage_percent) unless group by (instance) (cpu_usage_percent)`. Its agent, or what writes in its place, is at fault.',
    ),
    step(
      'too_many_series: `topk(5, count by (instance) (last_over_time(disk_used_percent[1d])))` names the host. See what makes so many disks or interfaces there.',
    ),
    agentPods,
  ],
  GomonRecordsDestroyed: [
    lag,
    topics,
    step(
      'Retention overtook the aggregator, or the topic was deleted. What is destroyed cannot be got back.',
    ),
  ],
  GomonBrokerMissing: [
    pods('kafka'),
    kubelet(
      'Read the log of the missing one',
      'kubectl logs kafka-0 -n monitoring --tail=200',
    ),
    claims,
  ],
  GomonKafkaUnreachable: [
    pods('kafka'),
    step(
      'See what kept them from starting',
      'kubectl get events -n monitoring --sort-by=.lastTimestamp',
    ),
    aggregatorReady,
  ],
  GomonUnderReplicatedPartitions: [topics, pods('kafka'), claims],
  GomonPartitionsWithoutLeader: [
    pods('kafka'),
    topics,
    step(
      'Bring the brokers that hold them back. An unclean election would lose what only they have.',
    ),
  ],
  GomonAggregatorMemory: [
    kubelet(
      'See what it uses',
      'kubectl exec deployment/aggregator -n monitoring -c aggregator -- cat /sys/fs/cgroup/memory.current',
    ),
    dashboard(
      'metrics pipeline',
      '*Memory of its limit*, and *Waiting for durability*',
    ),
  ],
  GomonLogLinesDropped: [
    kubelet(
      'See whether the disk of the log is full',
      'kubectl exec deployment/aggregator -n monitoring -c aggregator -- df -h /var/log',
    ),
    aggregatorLog,
  ],
  GomonLogsBehind: [
    step('Open the portal: the logs pipeline names the stage that stands.'),
    kubelet(
      'Read the log of Filebeat',
      'kubectl logs deployment/aggregator -n monitoring -c filebeat --tail=200',
    ),
    pods('logstash'),
    kubelet(
      'Read the log of Logstash',
      'kubectl logs deployment/logstash -n monitoring --tail=200',
    ),
    kubelet(
      'Ask Elasticsearch how it is, from inside the cluster',
      'kubectl exec deployment/portal -n monitoring -- node -e "fetch(\'http://elasticsearch:9200/_cluster/health\').then(r => r.text()).then(console.log)"',
    ),
    step(
      'Where the write alias is lost, `yarn workspace @gomon/elasticsearch-setup start --plan` says what to do: docs/elasticsearch.md.',
    ),
  ],
  GomonDatabaseReadOnly: [
    claims,
    step(
      'Let the namespace have more storage: its quota is just above what all claims ask for',
      'kubectl patch resourcequota monitoring -n monitoring --patch \'{"spec":{"hard":{"requests.storage":"100Gi"}}}\'',
    ),
    step(
      'Give the claim more room, where the storage class can grow',
      'kubectl patch pvc victoria-metrics-data -n monitoring --patch \'{"spec":{"resources":{"requests":{"storage":"40Gi"}}}}\'',
    ),
    step('Write both into k8s/monitoring, or the next apply takes them back.'),
    databaseLog,
  ],
  GomonDatabaseFilling: [
    claims,
    dashboard('capacity', '*Bytes a sample* and *Series*: what grew'),
    step(
      'Give the claim more room, as [GomonDatabaseReadOnly](GomonDatabaseReadOnly.md) says, or lower `-retentionPeriod` in k8s/monitoring/victoria-metrics-deployment.yaml.',
    ),
  ],
  GomonDatabaseRestarting: [
    step(
      'See how it ended',
      'kubectl describe pod -n monitoring -l app.kubernetes.io/name=victoria-metrics',
    ),
    databaseLog,
  ],
  GomonDatabaseRowsLost: [
    databaseLog,
    dashboard('metrics pipeline', '*Rows not stored*: since when'),
  ],
};
