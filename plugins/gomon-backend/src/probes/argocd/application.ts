/** An Application of Argo CD, as far as the probe reads it ("Application" in Argo CD's API reference). */
export interface Application {
  metadata: { name: string; namespace?: string };
  spec?: { source?: { repoURL?: string; targetRevision?: string } };
  status?: {
    sync?: { status?: string; revision?: string };
    health?: { status?: string };
    operationState?: {
      phase?: string;
      message?: string;
      finishedAt?: string;
    };
    conditions?: { type: string; message?: string }[];
    resources?: {
      kind: string;
      name: string;
      namespace?: string;
      status?: string;
      health?: { status?: string };
    }[];
    history?: { revision?: string; deployedAt?: string }[];
  };
}

/** A revision as people write it: the first seven digits of a commit. */
export function shortRevision(revision: string | undefined): string {
  if (!revision) return 'no revision';
  return /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision;
}
