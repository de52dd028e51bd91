import { steps, type Step } from './steps';

/** A command of the runbooks. */
export interface RunbookCommand {
  command: string;
  needs: Step['needs'];
  /** The alerts whose pages name it. */
  rules: string[];
}

/** Every command of every page, each once. */
export function runbookCommands(): RunbookCommand[] {
  const commands = new Map<string, RunbookCommand>();
  for (const [rule, own] of Object.entries(steps)) {
    for (const { command, needs } of own) {
      if (!command) continue;
      const known = commands.get(command) ?? { command, needs, rules: [] };
      commands.set(command, { ...known, rules: [...known.rules, rule] });
    }
  }
  return [...commands.values()];
}
