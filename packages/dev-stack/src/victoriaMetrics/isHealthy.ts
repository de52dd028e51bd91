/** True when the VictoriaMetrics with this base URL, or import URL, answers. */
export async function isHealthy(url: string): Promise<boolean> {
  const health = `${baseUrlOf(url)}/health`;
  const answer = await fetch(health, { signal: AbortSignal.timeout(2_000) });
  return answer.ok;
}

/** The base URL, also where the full import URL is given, as gomon's settings allow. */
export function baseUrlOf(url: string): string {
  return url.replace(/\/api\/v1\/import\/?$/, '').replace(/\/+$/, '');
}
