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

/**
 * Reads what a Dockerfile says about starting its image. Only the form that the Dockerfiles of this repository have is
 * understood: commands as JSON lists, one value an ENV.
 *
 * @throws Error when the last stage lacks one of them
 */
export function readDockerfile(text: string): ImageSettings {
  const lines = text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter(line => line.trim() && !line.startsWith('#'))
    .map(line => /^(\w+)\s+(.*)$/.exec(line)?.slice(1) as [string, string]);
  const stages = lines.filter(([name]) => name === 'FROM');
  const names = stages.flatMap(
    ([, rest]) => / AS (\w+)$/.exec(rest)?.[1] ?? [],
  );
  const last = lines.slice(lines.lastIndexOf(stages[stages.length - 1]) + 1);
  const all = (name: string) =>
    last.filter(([own]) => own === name).map(([, rest]) => rest);
  const one = (name: string) => {
    const found = all(name).pop();
    if (found === undefined) {
      throw new Error(`The last stage has no ${name}`);
    }
    return found;
  };
  return {
    bases: stages
      .map(([, rest]) => rest.split(' ')[0])
      .filter(base => !names.includes(base)),
    workingDirectory: one('WORKDIR'),
    user: one('USER'),
    environment: Object.fromEntries(
      all('ENV').map(rest => rest.split(/=(.*)/s).slice(0, 2)),
    ),
    ports: all('EXPOSE').map(Number),
    entrypoint: JSON.parse(one('ENTRYPOINT')),
    command: JSON.parse(all('CMD').pop() ?? '[]'),
    healthCheck: JSON.parse(
      /CMD (\[.*\])$/.exec(all('HEALTHCHECK').pop() ?? '')?.[1] ?? '[]',
    ),
    copies: all('COPY'),
  };
}
