import { findGoProgram, Problem, run } from '@gomon/dev-stack';
import { EXCEPTIONS } from './exceptions';

const KUBE_SCORE = {
  name: 'kube-score',
  module: 'github.com/zegl/kube-score/cmd/kube-score',
  version: 'v1.20.0',
};

interface Scored {
  object_name: string;
  type_meta: { kind: string };
  object_meta: { name: string; namespace?: string };
  checks: {
    check: { id: string; name: string };
    /** 1 is critical, 5 a warning, 10 all right. */
    grade: number;
    skipped: boolean;
    comments: { path: string; summary: string }[] | null;
  }[];
}

/** What kube-score finds critical in a file of manifests, besides the exceptions that have a reason. */
export async function scoreCriticals(file: string): Promise<string[]> {
  const program = await findGoProgram(KUBE_SCORE);
  const { output } = await run({
    file: program,
    args: ['score', '--output-format', 'json', file],
  });
  const begin = output.indexOf('[');
  if (begin < 0) {
    throw new Problem(`kube-score did not answer: ${output.trim()}`);
  }
  return criticals(JSON.parse(output.slice(begin)) as Scored[]);
}

/** The critical findings of an answer, one line each. */
export function criticals(scored: Scored[]): string[] {
  return scored.flatMap(({ type_meta, object_meta, checks }) => {
    const object = `${type_meta.kind} ${object_meta.name}`;
    return checks
      .filter(own => !own.skipped && own.grade === 1)
      .filter(({ check }) => !isMeant(check.id, object))
      .map(({ check, comments }) => {
        const why = (comments ?? []).map(({ summary }) => summary).join('; ');
        return `${object}: ${check.name} (${why})`;
      });
  });
}

function isMeant(check: string, object: string): boolean {
  return EXCEPTIONS.some(
    own => own.check === check && (own.object ?? object) === object,
  );
}
