import { CheckReport } from '@gomon/plugin-gomon-node';
import { durationInWords } from '../../words/age';
import { figureInWords, plural } from '../../words/count';
import { Lag } from './LagHistory';

/** A backlog that will be gone in this time needs nobody. */
const ACCEPTABLE_CATCH_UP_S = 600;

/** Whether a consumer group keeps up. */
export function lagCheck(
  groupId: string,
  lag: Lag,
  maxSecondsBehind: number,
): CheckReport {
  const { messages, seconds, atLeast, growth, worst } = lag;
  const common = {
    id: 'kafka.lag',
    title: 'Lag',
    value: seconds,
    unit: 'seconds' as const,
    threshold: maxSecondsBehind,
  };
  if (messages === 0) {
    return {
      ...common,
      status: 'ok',
      sentence: `${groupId} has read everything.`,
    };
  }
  const behind = `${groupId} is ${plural(messages, 'message')} behind, ${
    atLeast ? 'at least ' : ''
  }${durationInWords(seconds)}`;
  const trend = trendInWords(growth);
  const late = seconds > maxSecondsBehind && !catchesUp(messages, growth);
  if (!late) return { ...common, status: 'ok', sentence: `${behind}${trend}.` };
  return {
    ...common,
    status: 'degraded',
    failure: 'blocked',
    sentence: `${behind}${trend}; the limit is ${durationInWords(
      maxSecondsBehind,
    )}.${
      worst
        ? ` Most of it, ${plural(worst.messages, 'message')}, is in partition ${
            worst.partition
          }.`
        : ''
    }`,
    meaning: `Nothing is lost: ${plural(messages, 'message')} ${
      messages === 1 ? 'waits' : 'wait'
    } in Kafka.`,
  };
}

function catchesUp(messages: number, growth: number | undefined): boolean {
  return (
    growth !== undefined &&
    growth < 0 &&
    messages / -growth < ACCEPTABLE_CATCH_UP_S
  );
}

function trendInWords(growth: number | undefined): string {
  if (growth === undefined || Math.abs(growth) < 0.05) return '';
  return growth > 0
    ? `, growing by ${figureInWords(growth)}/s`
    : `, catching up by ${figureInWords(-growth)}/s`;
}
