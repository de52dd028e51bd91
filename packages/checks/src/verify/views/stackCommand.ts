import type { ViewPlace } from './viewCase';

/** Does to a part of the stack what `yarn stack kill` or `yarn stack start` does, and notes it. */
export async function stackCommand(
  { findings, stack }: ViewPlace,
  command: 'kill' | 'start',
  name: string,
): Promise<void> {
  findings.ran(`yarn stack ${command} ${name}`);
  await stack.components[name][command]();
}
