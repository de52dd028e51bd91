/** How a container of an image is started, as its Dockerfile says. */
export interface ImageSettings {
  /** Every image that it is built from. */
  bases: string[];
  workingDirectory: string;
  /** `uid:gid`. */
  user: string;
  environment: Record<string, string>;
  ports: number[];
  entrypoint: string[];
  command: string[];
  /** Empty for a program that ends by itself. */
  healthCheck: string[];
  /** What the last stage takes, in order: `from -> to`. */
  copies: string[];
}

/** One `FROM` and what follows it. */
export interface Stage {
  /** After `AS`; empty for the last one of our Dockerfiles. */
  name: string;
  /** An image, or the name of a stage before it. */
  base: string;
  /** Instruction and the rest of its line, in order. */
  steps: [instruction: string, rest: string][];
}

/** The stages of a Dockerfile, in order. */
export function stagesOf(text: string): Stage[] {
  const stages: Stage[] = [];
  const lines = text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter(line => line.trim() && !line.startsWith('#'));
  for (const line of lines) {
    const [, instruction, rest] = /^(\w+)\s+(.*)$/.exec(line)!;
    if (instruction === 'FROM') {
      const [base, , name = ''] = rest.split(' ');
      stages.push({ base, name, steps: [] });
    } else {
      stages[stages.length - 1].steps.push([instruction, rest]);
    }
  }
  return stages;
}

/**
 * Reads what a Dockerfile says about starting its image. Only the form that the Dockerfiles of this repository have is
 * understood: commands as JSON lists, one value an ENV.
 *
 * @throws Error when the last stage lacks one of them
 */
export function readDockerfile(text: string): ImageSettings {
  const stages = stagesOf(text);
  const names = stages.map(({ name }) => name);
  const { steps } = stages[stages.length - 1];
  const all = (name: string) =>
    steps.filter(([own]) => own === name).map(([, rest]) => rest);
  const one = (name: string) => {
    const found = all(name).pop();
    if (found === undefined) {
      throw new Error(`The last stage has no ${name}`);
    }
    return found;
  };
  return {
    bases: stages.map(({ base }) => base).filter(base => !names.includes(base)),
    workingDirectory: one('WORKDIR'),
    user: one('USER'),
    environment: Object.fromEntries(all('ENV').map(variable)),
    ports: all('EXPOSE').map(Number),
    entrypoint: JSON.parse(one('ENTRYPOINT')),
    command: JSON.parse(all('CMD').pop() ?? '[]'),
    healthCheck: JSON.parse(
      /CMD (\[.*\])$/.exec(all('HEALTHCHECK').pop() ?? '')?.[1] ?? '[]',
    ),
    copies: all('COPY'),
  };
}

/** Name and value of an `ENV`. */
export function variable(rest: string): [name: string, value: string] {
  const [name, value] = rest.split(/=(.*)/s);
  return [name, value];
}
