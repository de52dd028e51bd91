/** Where the page of a host is, seen from the list. */
export function hostPath(instance: string, environment: string): string {
  return `${encodeURIComponent(instance)}?environment=${encodeURIComponent(
    environment,
  )}`;
}
