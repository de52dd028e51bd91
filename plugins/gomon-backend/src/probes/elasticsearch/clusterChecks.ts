import { CheckReport } from '@gomon/plugin-gomon-node';
import { bytesInWords, figureInWords, plural } from '../../words/count';
import { ClusterHealth, Disk, LifecycleError } from './ElasticsearchClient';
import { freeBytesAt, Watermarks } from './watermarks';

const SLOW_MS = 2_000;

/** Whether it answers, and how quickly: the continuous look at a server outside the cluster. */
export function answersCheck(
  title: string,
  { durationMs }: ClusterHealth,
): CheckReport {
  const slow = durationMs > SLOW_MS;
  return {
    id: 'elasticsearch.answers',
    title: 'Answers',
    value: durationMs / 1000,
    unit: 'seconds',
    threshold: SLOW_MS / 1000,
    status: slow ? 'degraded' : 'ok',
    ...(slow && { failure: 'own' as const }),
    sentence: `${title} answers within ${figureInWords(durationMs / 1000)} s.`,
  };
}

/** Whether every shard has a place. */
export function clusterCheck(
  title: string,
  { nodes, status, unassignedShards }: ClusterHealth,
): CheckReport {
  const common = {
    id: 'elasticsearch.cluster',
    title: 'Cluster',
    value: unassignedShards,
    unit: 'count' as const,
    threshold: 0,
  };
  const words = `${plural(nodes, 'node')}, ${plural(
    unassignedShards,
    'shard',
  )} without a place`;
  if (status === 'green') {
    return {
      ...common,
      status: 'ok',
      sentence: `The cluster is green: ${words}.`,
    };
  }
  if (status === 'yellow') {
    return {
      ...common,
      status: 'degraded',
      failure: 'own',
      sentence: `The cluster of ${title} is yellow: ${words}. Copies are missing.`,
      meaning:
        'Everything can be read and written; a lost node would lose data.',
      action: {
        text: 'On a single node set ELASTICSEARCH_REPLICAS=0 and run the set-up command; otherwise bring the missing node back.',
      },
    };
  }
  return {
    ...common,
    status: 'down',
    failure: 'own',
    hindersFlow: true,
    sentence: `The cluster of ${title} is red: ${words}. Some documents can be neither read nor written.`,
    meaning: 'New documents wait in Logstash.',
  };
}

/** Whether a disk nears the watermark from which on Elasticsearch refuses to write. */
export function diskCheck(
  title: string,
  disks: readonly Disk[],
  { enabled, flood, high }: Watermarks,
  blocked: readonly string[],
): CheckReport {
  const percentUsed = ({ totalBytes }: Disk, freeBytes: number) =>
    100 - (100 * freeBytes) / totalBytes;
  const [fullest] = disks
    .map(disk => ({
      ...disk,
      percent: percentUsed(disk, disk.freeBytes),
      high: freeBytesAt(high, disk.totalBytes),
      floodPercent: percentUsed(disk, freeBytesAt(flood, disk.totalBytes)),
    }))
    .sort((a, b) => a.freeBytes - a.high - (b.freeBytes - b.high));
  const used = `${figureInWords(fullest.percent)} % of the disk of ${
    fullest.node
  } is used, ${bytesInWords(fullest.freeBytes)} are free`;
  const common = {
    id: 'elasticsearch.disk',
    title: 'Disk',
    value: fullest.percent,
    unit: 'percent' as const,
    ...(enabled && { threshold: fullest.floodPercent }),
  };
  const room = {
    text: 'Make room on the disk or shorten the delete phase of aggregator-rollover-policy; Elasticsearch takes its block away by itself.',
  };
  if (blocked.length > 0) {
    return {
      ...common,
      status: 'down',
      failure: 'own',
      hindersFlow: true,
      sentence: `${title} refuses to write: its disk reached the flood watermark (${used}), and ${plural(
        blocked.length,
        'index',
        'indices',
      )} may only be read.`,
      meaning: 'Nothing is lost yet: documents wait in Logstash.',
      action: room,
    };
  }
  if (!enabled) {
    return {
      ...common,
      status: 'ok',
      sentence: `${used}; its disk watermarks are switched off, so it writes until the disk is full.`,
    };
  }
  if (fullest.freeBytes <= fullest.high) {
    return {
      ...common,
      status: 'degraded',
      failure: 'own',
      sentence: `${used}: from ${figureInWords(
        fullest.floodPercent,
      )} % on ${title} refuses to write.`,
      action: room,
    };
  }
  return { ...common, status: 'ok', sentence: `${used}.` };
}

/** Whether a step of the lifecycle failed: then indices grow or stay. */
export function lifecycleCheck(
  title: string,
  errors: readonly LifecycleError[] | undefined,
): CheckReport {
  const common = { id: 'elasticsearch.lifecycle', title: 'Lifecycle' };
  if (!errors) {
    return {
      ...common,
      status: 'not-configured',
      sentence: `${title} has no lifecycle engine: its indices are not rolled over by themselves.`,
    };
  }
  const counted = {
    ...common,
    value: errors.length,
    unit: 'count' as const,
    threshold: 0,
  };
  if (errors.length === 0) {
    return {
      ...counted,
      status: 'ok',
      sentence: 'No step of the lifecycle has failed.',
    };
  }
  const [{ index, reason, step }] = errors;
  return {
    ...counted,
    status: 'degraded',
    failure: 'own',
    sentence: `The lifecycle of ${plural(
      errors.length,
      'index',
      'indices',
    )} is stuck: step ${step} of ${index}: ${reason.replace(/\.$/, '')}.`,
    meaning:
      'Documents are stored; indices grow beyond their limits or are not removed in time.',
    action: {
      text: 'Run the set-up command, which says what is wrong, then let the step be tried again.',
      command: `curl -X POST 'http://elasticsearch:9200/${index}/_ilm/retry'`,
    },
  };
}
