/** A revision as people write it: the first seven digits of a commit; a tag or a chart's version as it is. */
export function shortRevision(revision: string): string {
  return /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision;
}
