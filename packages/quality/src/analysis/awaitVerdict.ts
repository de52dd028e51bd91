import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@gomon/dev-stack';
import type { SonarqubeClient } from '../server/SonarqubeClient';

/** One condition of the gate as the server judged it. */
export interface JudgedCondition {
  metric: string;
  op: 'LT' | 'GT';
  /** What is required. */
  limit: string;
  /** What is; undefined where the analysis has no such figure, as a first one has none of new code. */
  actual?: string;
  passed: boolean;
}

/** The server's verdict on one analysis. */
export interface Verdict {
  passed: boolean;
  conditions: JudgedCondition[];
  /** How long the server worked on it. */
  serverSeconds: number;
  /** True where the server left conditions on coverage and duplication out, since there are fewer than 20 new lines. */
  ignoredFewLines: boolean;
}

interface Task {
  status: string;
  analysisId?: string;
  executionTimeMs?: number;
  errorMessage?: string;
}

/** Waits until the server has worked a scan in, and reads what its gate says of exactly that analysis. */
export async function awaitVerdict(
  client: SonarqubeClient,
  taskId: string,
  withinMs = 900_000,
): Promise<Verdict> {
  const task = await finished(client, taskId, withinMs);
  const { projectStatus } = await client.get<{
    projectStatus: {
      status: string;
      ignoredConditions?: boolean;
      conditions?: {
        metricKey: string;
        comparator: 'LT' | 'GT';
        errorThreshold: string;
        actualValue?: string;
        status: string;
      }[];
    };
  }>('qualitygates/project_status', { analysisId: task.analysisId! });
  return {
    passed: projectStatus.status === 'OK',
    serverSeconds: (task.executionTimeMs ?? 0) / 1000,
    ignoredFewLines: projectStatus.ignoredConditions ?? false,
    conditions: (projectStatus.conditions ?? []).map(condition => ({
      metric: condition.metricKey,
      op: condition.comparator,
      limit: condition.errorThreshold,
      actual: condition.actualValue,
      passed: condition.status === 'OK',
    })),
  };
}

async function finished(
  client: SonarqubeClient,
  id: string,
  withinMs: number,
): Promise<Task> {
  const end = performance.now() + withinMs;
  for (;;) {
    const { task } = await client.get<{ task: Task }>('ce/task', { id });
    if (task.status === 'SUCCESS') return task;
    if (task.status === 'FAILED' || task.status === 'CANCELED') {
      throw new Problem(
        `SonarQube did not work the analysis in (${
          task.errorMessage ?? task.status
        }): see Background Tasks of the project.`,
      );
    }
    if (performance.now() > end) {
      throw new Problem(
        `SonarQube has not worked the analysis in after ${
          withinMs / 1000
        } s: see Background Tasks of the project.`,
      );
    }
    await sleep(1_000);
  }
}
