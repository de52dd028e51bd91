import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** The name that a host's series carry: what it was told, else what the host calls itself. */
export function nodeName(
  told: string | undefined,
  hostRoot: string | undefined,
): string {
  if (told !== undefined) return told;
  if (hostRoot !== undefined) {
    const named = hostsOwnName(join(hostRoot, 'etc/hostname'));
    if (named !== undefined) return named;
  }
  return hostname();
}

/** In a container the operating system answers with the container's name; the host's stands in a file. */
function hostsOwnName(file: string): string | undefined {
  try {
    const [name] = readFileSync(file, 'utf8').trim().split(/\s/);
    return name || undefined;
  } catch {
    return undefined;
  }
}
