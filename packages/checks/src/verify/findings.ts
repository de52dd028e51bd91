/** One thing that was looked at. */
export interface Finding {
  what: string;
  saw: string;
  /** What it had to be; a finding without a bar only informs. */
  bar?: string;
  held?: boolean;
}

/** What a part of the verification ran and saw, in order. */
export class Findings {
  readonly commands: string[] = [];
  readonly versions: Record<string, string> = {};
  readonly all: Finding[] = [];

  /** @param onFinding - told of each as it comes, for the screen */
  constructor(readonly onFinding: (finding: Finding) => void = () => {}) {}

  /** Notes a command as a reader would type it. */
  ran(command: string): void {
    this.commands.push(command);
  }

  version(program: string, version: string): void {
    this.versions[program] = version;
  }

  /** Notes a figure that has no bar. */
  saw(what: string, saw: string): void {
    this.#add({ what, saw });
  }

  /** Notes what was seen beside what it had to be. */
  holds(what: string, bar: string, saw: string, held: boolean): void {
    this.#add({ what, saw, bar, held });
  }

  /** Notes what others ran and saw, behind what is here. */
  append({ commands, all }: Findings): void {
    this.commands.push(...commands);
    for (const finding of all) this.#add(finding);
  }

  /** Whether every bar was held. */
  get held(): boolean {
    return this.all.every(finding => finding.held !== false);
  }

  #add(finding: Finding): void {
    this.all.push(finding);
    this.onFinding(finding);
  }
}
