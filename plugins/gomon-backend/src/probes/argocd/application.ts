/** An Application of Argo CD, as far as the probe reads it ("Application" in Argo CD's API reference). */
export interface Application {
  metadata: { name: string; namespace?: string };
  spec?: { source?: Source; sources?: Source[] };
  status?: {
    /** With several sources, several revisions. */
    sync?: { status?: string; revision?: string; revisions?: string[] };
    health?: { status?: string };
    operationState?: {
      phase?: string;
      message?: string;
      finishedAt?: string;
      syncResult?: { revision?: string; revisions?: string[] };
    };
    conditions?: { type: string; message?: string }[];
    resources?: {
      kind: string;
      name: string;
      namespace?: string;
      status?: string;
      health?: { status?: string };
    }[];
    /** Oldest first. */
    history?: {
      revision?: string;
      revisions?: string[];
      deployedAt?: string;
      initiatedBy?: { username?: string; automated?: boolean };
    }[];
  };
}

interface Source {
  repoURL?: string;
  targetRevision?: string;
}

/** The revision of an application's only source, or of its first. */
export function revisionOf(of: {
  revision?: string;
  revisions?: string[];
}): string | undefined {
  return of.revision || of.revisions?.[0] || undefined;
}

/** The branch or tag of an application's only source, or of its first. */
export function targetOf({ spec }: Application): string | undefined {
  return (spec?.source ?? spec?.sources?.[0])?.targetRevision;
}

/** A revision as people write it: the first seven digits of a commit. */
export function shortRevision(revision: string | undefined): string {
  if (!revision) return 'no revision';
  return /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision;
}
