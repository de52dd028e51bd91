import { FailureKind } from '@gomon/plugin-gomon-common';
import { CheckReport, Component, Topology } from '@gomon/plugin-gomon-node';
import { neighbour } from '../neighbour';
import { NotReadyReason, Replica } from './AggregatorClient';

/** What an aggregator needs to be ready, and what kind of failure it is when that is missing. */
const needs: readonly {
  dependency: NotReadyReason['dependency'];
  title: string;
  fine: string;
  failure: FailureKind;
  stage?: string;
}[] = [
  {
    dependency: 'self',
    title: 'Itself',
    fine: 'is in order itself',
    failure: 'own',
  },
  {
    dependency: 'kafka',
    title: 'Reads from Kafka',
    fine: 'reads from Kafka',
    failure: 'starved',
    stage: 'broker',
  },
  {
    dependency: 'victoria-metrics',
    title: 'Writes to VictoriaMetrics',
    fine: 'writes to VictoriaMetrics',
    failure: 'blocked',
    stage: 'tsdb',
  },
];

/** Whether the replicas can do their job, and who keeps them from it: one check for each thing they need. */
export function readyChecks(
  component: Component,
  replicas: readonly Replica[],
  topology: Topology,
): CheckReport[] {
  const { title } = component;
  return needs.map(need => {
    const reasons = replicas.flatMap(replica =>
      reasonsOf(replica).filter(
        ({ dependency }) => dependency === need.dependency,
      ),
    );
    const common = {
      id: `aggregator.${idOf(need.dependency)}`,
      title: need.title,
    };
    if (reasons.length === 0) {
      return { ...common, status: 'ok', sentence: `${title} ${need.fine}.` };
    }
    const count =
      replicas.length > 1
        ? ` (${reasons.length} of ${replicas.length} replicas)`
        : '';
    return {
      ...common,
      status: reasons.length < replicas.length ? 'degraded' : 'down',
      failure: need.failure,
      explainedBy:
        need.stage && neighbour(component, need.stage, topology)?.entityRef,
      hindersFlow: true,
      sentence: `${title} is not ready${count}: ${reasons[0].sentence.replace(
        /\.$/,
        '',
      )}.`,
    };
  });
}

/** One reason for each dependency at most; without any, the replica itself is the reason. */
function reasonsOf({ ready, reasons }: Replica): NotReadyReason[] {
  if (ready) return [];
  if (reasons.length === 0) {
    return [
      { code: 'NONE', sentence: 'it gives no reason', dependency: 'self' },
    ];
  }
  return [
    ...new Map(reasons.map(reason => [reason.dependency, reason])).values(),
  ];
}

function idOf(dependency: NotReadyReason['dependency']): string {
  return dependency === 'self' ? 'ready' : dependency;
}
