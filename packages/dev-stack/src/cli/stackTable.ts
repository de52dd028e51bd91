import type { Stack } from '../stack/stack';
import { shown } from './screen';
import { table } from './table';

/** What runs, where it answers, and where its log is. */
export function stackTable(stack: Stack): string {
  const rows = stack.parts.flatMap(part => {
    const components = stack.components.filter(
      entry => entry.part === part.name,
    );
    if (components.length === 0) {
      return [[part.title, part.addressOf(stack.context), 'not ours']];
    }
    return components.map(({ component, name }) => [
      components.length > 1 ? `${part.title} (${name})` : part.title,
      component.address,
      shown(component.logFile),
    ]);
  });
  return table([['what', 'where', 'log'], ...rows]);
}
