/** Whether a cluster tells what its pods use: `metrics.k8s.io`, the API of a metrics server. */
export async function hasMetricsServer(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/apis/metrics.k8s.io/v1beta1`, {
    signal: AbortSignal.timeout(10_000),
  });
  await answer.body?.cancel();
  return answer.ok;
}
