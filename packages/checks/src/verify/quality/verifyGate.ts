import {
  conditions,
  desiredState,
  observe,
  setUp,
  SonarqubeClient,
} from '@gomon/quality';
import type { Findings } from '../findings';

/** Makes the gate on an empty server, changes it by hand, makes it again; and reads it back each time. */
export async function verifyGate(
  admin: SonarqubeClient,
  key: string,
  findings: Findings,
): Promise<void> {
  const desired = desiredState({ key, name: key });
  const quiet = { planOnly: false, say: () => {} };
  findings.ran('yarn quality --set-up');
  const first = await setUp(admin, desired, quiet);
  findings.saw('steps planned on an empty server', String(first.length));
  await findConditions(
    'conditions read back from the server',
    admin,
    key,
    findings,
  );

  findings.ran('yarn quality --set-up');
  const second = await setUp(admin, desired, quiet);
  findings.holds(
    'run again',
    'no step',
    `${second.length} steps`,
    second.length === 0,
  );

  const { gate } = await observe(admin, desired);
  const coverage = gate!.conditions.find(
    ({ metric }) => metric === 'new_coverage',
  )!;
  await admin.post('qualitygates/update_condition', {
    id: coverage.id,
    metric: 'new_coverage',
    op: 'LT',
    error: '10',
  });
  await admin.post('qualitygates/create_condition', {
    gateName: desired.gate.name,
    metric: 'new_code_smells',
    op: 'GT',
    error: '7',
  });
  const mended = await setUp(admin, desired, quiet);
  findings.holds(
    'after somebody changed the gate by hand',
    'one condition removed, one changed back',
    mended.map(({ kind }) => kind).join(', '),
    mended.map(({ kind }) => kind).join() ===
      'remove-condition,change-condition',
  );
  await findConditions('conditions after that', admin, key, findings);
}

async function findConditions(
  what: string,
  admin: SonarqubeClient,
  key: string,
  findings: Findings,
): Promise<void> {
  const desired = desiredState({ key, name: key });
  const { gate, mode, project } = await observe(admin, desired);
  const asText = (
    all: readonly { metric: string; op: string; error: string }[],
  ) =>
    all
      .map(({ error, metric, op }) => `${metric} ${op} ${error}`)
      .sort((a, b) => a.localeCompare(b, 'en'))
      .join(', ');
  const saw = asText(gate?.conditions ?? []);
  findings.holds(what, asText(conditions), saw, saw === asText(conditions));
  findings.holds(
    'mode, and gate of the project',
    'STANDARD_EXPERIENCE, gomon-quality-gate',
    `${mode}, ${project?.gate}`,
    mode === 'STANDARD_EXPERIENCE' && project?.gate === 'gomon-quality-gate',
  );
}
