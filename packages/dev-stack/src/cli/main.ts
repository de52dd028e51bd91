import { Problem } from '../problem';

/** Runs a command; a problem is printed as its sentence, anything else with its stack. */
export function main(command: () => Promise<number>): void {
  command().then(
    code => process.exit(code),
    error => {
      const text = error instanceof Problem ? error.message : error?.stack;
      process.stderr.write(`gomon: ${text}\n`);
      process.exit(1);
    },
  );
}
