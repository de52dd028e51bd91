import { Pipeline } from '@gomon/plugin-gomon-common';

/** The environments that pipelines belong to, in the order they came. */
export function environmentsOf(pipelines: readonly Pipeline[]): string[] {
  return [
    ...new Set(pipelines.flatMap(({ environment }) => environment ?? [])),
  ];
}

/** The pipelines of one environment; of the first where the wanted one does not exist. */
export function inEnvironment(
  pipelines: readonly Pipeline[],
  wanted: string | undefined,
): Pipeline[] {
  const environments = environmentsOf(pipelines);
  if (environments.length < 2) return [...pipelines];
  const chosen =
    wanted !== undefined && environments.includes(wanted)
      ? wanted
      : environments[0];
  return pipelines.filter(({ environment }) => environment === chosen);
}
