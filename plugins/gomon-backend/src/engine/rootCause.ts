import { Check } from '@gomon/plugin-gomon-common';
import { Topology } from '@gomon/plugin-gomon-node';
import { Neighbourhood } from './neighbourhood';
import { byCodeUnits } from '../words/byCodeUnits';

/** A failing check of a component, and what is known about its explanation from earlier looks. */
export interface Failure {
  entityRef: string;
  check: Check;
  /**
   * Seen once or twice, not yet enough to count (hysteresis). A failure of its own then explains failures that are new, and is
   * confirmed by such a second witness.
   */
  tentative?: boolean;
  /** Counted as its own component's fault in the last look: what is not certain takes no blame from it. */
  blamed?: boolean;
  /** Causes that explained it a short while ago: while it recovers after them, it blames nobody new. */
  lately?: readonly string[];
}

/** Why a failure is there. */
export interface Explanation {
  entityRef: string;
  checkId: string;
  /** Entity references of the causes behind it. Its own component, where that is a cause. Empty for what is only unseen. */
  causes: string[];
  /** The neighbour that explains it directly. */
  through?: string;
  /** Set where the causes have recovered already, and this failure is given time to follow. */
  recovering?: boolean;
}

/**
 * Finds who is to blame.
 *
 * Components that fail by themselves are causes. From them explanations spread: downstream to the starved, upstream to the
 * blocked, and to the unseen. Of what then is left unexplained, those whose possible explanations do not fail either are
 * causes, too; and so on until every failure has its place.
 */
export function rootCause(
  topology: Pick<Topology, 'flows' | 'dependencies'>,
  failures: readonly Failure[],
): Explanation[] {
  const neighbours = Neighbourhood.of(topology);
  const explained = new Map<Failure, Explanation>();
  const explain = (
    failure: Failure,
    causes: readonly string[],
    rest: Pick<Explanation, 'through' | 'recovering'> = {},
  ) =>
    explained.set(failure, {
      entityRef: failure.entityRef,
      checkId: failure.check.id,
      causes: [...new Set(causes)].sort(byCodeUnits),
      ...rest,
    });

  for (const failure of failures) {
    if (failure.check.failure === 'own') explain(failure, [failure.entityRef]);
  }
  for (;;) {
    spread();
    const left = failures.filter(
      failure => !explained.has(failure) && !failure.tentative,
    );
    if (left.length === 0) break;
    const roots = left.filter(
      failure =>
        !left.some(other => other !== failure && canExplain(other, failure)),
    );
    // Failures that could only explain each other in a circle: all of them are named.
    for (const failure of roots.length > 0 ? roots : left) settle(failure);
  }
  return failures
    .filter(({ tentative }) => !tentative)
    .map(failure => explained.get(failure)!);

  function spread() {
    for (let grew = true; grew; ) {
      grew = false;
      for (const failure of failures) {
        if (explained.has(failure) || failure.tentative) continue;
        const reasons = [...explained.keys()].filter(other =>
          canExplain(other, failure),
        );
        if (reasons.length === 0) continue;
        const causes = reasons.flatMap(reason => explained.get(reason)!.causes);
        if (causes.length === 0) continue;
        explain(failure, causes, { through: nearest(failure, reasons) });
        grew = true;
      }
    }
  }

  function settle(failure: Failure) {
    const { failure: kind } = failure.check;
    if (kind === 'unseen' || kind === 'reported') explain(failure, []);
    else if (failure.lately?.length) {
      const [through] = failure.lately;
      explain(failure, failure.lately, { through, recovering: true });
    } else explain(failure, [failure.entityRef]);
  }

  function canExplain(reason: Failure, failure: Failure): boolean {
    const { check, entityRef } = failure;
    if (reason.check.failure === 'reported') return false;
    if (check.failure === 'reported' && reason.entityRef === entityRef)
      return true;
    if (reason.entityRef === entityRef || !hindersFlow(reason.check))
      return false;
    if (reason.tentative && (failure.blamed || !isDefinite(reason.check)))
      return false;
    if (check.explainedBy) return reason.entityRef === check.explainedBy;
    switch (check.failure) {
      case 'reported':
        return (
          neighbours.isUpstream(reason.entityRef, entityRef) ||
          neighbours.isDownstream(reason.entityRef, entityRef)
        );
      case 'starved':
        return neighbours.isUpstream(reason.entityRef, entityRef);
      case 'blocked':
        // Who gets nothing holds nobody up.
        return (
          reason.check.failure !== 'starved' &&
          neighbours.isDownstream(reason.entityRef, entityRef)
        );
      default:
        return false;
    }
  }

  function nearest(failure: Failure, reasons: Failure[]): string {
    const distance = (reason: Failure) =>
      neighbours.distance(failure.entityRef, reason.entityRef);
    return reasons.reduce(
      (best, reason) => (distance(reason) < distance(best) ? reason : best),
      reasons[0],
    ).entityRef;
  }
}

/** Something was seen to be wrong: more than a look that failed. */
function isDefinite({ failure, status }: Check): boolean {
  return failure === 'own' && status !== 'unknown';
}

function hindersFlow(check: Check): boolean {
  if (check.hindersFlow !== undefined) return check.hindersFlow;
  if (check.failure === 'starved' || check.failure === 'blocked') return true;
  return check.failure === 'own' && check.status !== 'degraded';
}
