/** Whether an index pattern with `*` as its only wildcard takes in a name. */
export function matchesPattern(pattern: string, name: string): boolean {
  const literal = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${pattern.split('*').map(literal).join('.*')}$`).test(
    name,
  );
}
