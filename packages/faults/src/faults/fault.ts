import { Service } from '@gomon/dev-stack';
import { audit, Audit } from '../oracle/audit';
import { metricOf } from '../stage/pages';
import { ReadyWatch } from '../stage/readyWatch';
import { Servers } from '../stage/servers';
import { Stage, StageOptions } from '../stage/stage';
import { untilReady } from './readiness';

/** What a fault came to. */
export interface FaultResult {
  readonly produced: number;
  readonly stored: number;
  readonly deadLettered: number;
  /** Losses that the oracle allows (faults 14 and 15 alone) and that were counted with their reason. */
  readonly counted: number;
  /** Messages that producers delivered more than once. */
  readonly duplicated: number;
  readonly missing: number;
  readonly invented: number;
  readonly committedAhead: number;
  /** From the repair until everything produced was accepted. */
  readonly secondsToRecover: number;
  /** What else was seen. */
  readonly notes: string[];
}

/** One row of the list of faults. */
export interface Fault {
  /** As in the contract's list. */
  readonly number: number;
  readonly title: string;
  /** Without the guarantee: has to lose something, or the fault proves nothing. */
  readonly control?: boolean;
  run(servers: Servers): Promise<FaultResult>;
}

/** Takes part in a fault while it is staged. */
export interface Act {
  readonly stage: Stage;
  readonly aggregator: Service;
  note(text: string): void;
  /** From here on the cause is repaired: the clock of recovery runs. */
  repaired(): void;
  /** Adds losses that are allowed and were counted. */
  count(messages: number): void;
}

/** How a fault is staged. */
export interface Staging extends StageOptions {
  readonly env?: Record<string, string>;
  /** Whether the act starts aggregator and fleet itself. */
  readonly bare?: boolean;
  /** The aggregator can do its job all the time: `/ready` may never say otherwise. */
  readonly staysReady?: boolean;
}

/** Makes a fault of its act: a fleet produces, the act disturbs, and the oracle looks at what came of it. */
export function defineFault(
  number: number,
  title: string,
  staging: Staging,
  act: (act: Act) => Promise<void>,
): Fault {
  return {
    number,
    title,
    run: servers => stageFault(servers, number, staging, act),
  };
}

async function stageFault(
  servers: Servers,
  number: number,
  staging: Staging,
  act: (act: Act) => Promise<void>,
): Promise<FaultResult> {
  const name = `f${String(number).padStart(2, '0')}-${Date.now().toString(36)}`;
  const stage = await Stage.set(servers, name, staging);
  const notes: string[] = [];
  let counted = 0;
  let repairedAt = Date.now();
  const watch = new ReadyWatch();
  try {
    const aggregator = await stage.prepareAggregator(staging.env);
    if (staging.staysReady) watch.follow(aggregator);
    if (!staging.bare) {
      await aggregator.start();
      await stage.produceFor(1_000);
      await stage.untilAccepted();
      await untilReady(aggregator);
      stage.fleet.start();
    }
    await act({
      stage,
      aggregator,
      note: text => notes.push(text),
      repaired: () => {
        repairedAt = Date.now();
      },
      count: messages => {
        counted += messages;
      },
    });
    await stage.fleet.stop();
    await stage.untilAccepted();
    const secondsToRecover = (Date.now() - repairedAt) / 1000;
    await stage.untilCommitted();
    const lapses = watch.stop();
    if (lapses.length > 0) {
      throw new Error(`/ready said no without need: ${lapses.join('; ')}`);
    }
    if (staging.staysReady) notes.push('/ready all the time');
    const duplicated = await sumOf(stage, 'duplicate_messages_total');
    const result = await audit(stage);
    return toResult(result, { counted, duplicated, secondsToRecover, notes });
  } finally {
    watch.stop();
    await stage.strike();
  }
}

function toResult(
  { examples, ...verdict }: Audit,
  rest: Pick<
    FaultResult,
    'counted' | 'duplicated' | 'secondsToRecover' | 'notes'
  >,
): FaultResult {
  return {
    ...verdict,
    ...rest,
    missing: Math.max(0, verdict.missing - rest.counted),
    notes: [...rest.notes, ...examples.map(example => `missing: ${example}`)],
  };
}

async function sumOf(stage: Stage, name: string): Promise<number> {
  let sum = 0;
  for (const aggregator of stage.aggregators) {
    if (aggregator.pid !== undefined) {
      sum += await metricOf(aggregator, `gomon_aggregator_${name}`);
    }
  }
  return sum;
}

/** Whether a result is what the contract asks for. */
export function holds(result: FaultResult): boolean {
  return (
    result.produced > 0 &&
    result.missing === 0 &&
    result.invented === 0 &&
    result.committedAhead === 0
  );
}
