import { CheckReport } from '@gomon/plugin-gomon-node';
import { plural } from '../../words/count';
import { Membership } from './snapshot';

const states: Record<string, string> = {
  Stable: 'stable',
  PreparingRebalance: 'about to share the partitions anew',
  CompletingRebalance: 'sharing the partitions anew',
};

/** Whether anybody reads in a consumer group. None where the group may not be described. */
export function groupChecks(
  groupId: string,
  membership: Membership | undefined,
  broker: string,
): CheckReport[] {
  if (!membership) return [];
  const { state, members } = membership;
  const common = {
    id: 'kafka.group',
    title: 'Consumer group',
    value: members,
    unit: 'count' as const,
    threshold: 1,
  };
  if (members > 0) {
    const sentence = `${groupId} has ${plural(members, 'member')}; it is ${
      states[state] ?? state
    }.`;
    return [{ ...common, status: 'ok', sentence }];
  }
  return [
    {
      ...common,
      status: 'degraded',
      failure: 'starved',
      explainedBy: broker,
      sentence: `${groupId} has no member: nobody reads.`,
      meaning: 'Nothing is lost: messages wait in Kafka.',
    },
  ];
}
