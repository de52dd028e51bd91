import { CheckReport } from '@gomon/plugin-gomon-node';
import { ClusterObjects } from './objects';

/** What a cluster refused or did not answer; what it did answer stands beside it. */
export function accessCheck({
  cluster,
  errors,
}: ClusterObjects): CheckReport | undefined {
  // A cluster without metrics server has no such page: that is a choice, not a failure.
  const real = errors.filter(
    ({ resourcePath = '', statusCode }) =>
      !(statusCode === 404 && resourcePath.includes('metrics.k8s.io')),
  );
  if (real.length === 0) return undefined;
  const name = cluster.title ?? cluster.name;
  const common = { id: 'kubernetes.access', title: `Cluster ${name}` };
  const refused = real.filter(
    ({ statusCode, errorType }) =>
      statusCode === 401 ||
      statusCode === 403 ||
      errorType === 'UNAUTHORIZED_ERROR',
  );
  if (refused.length > 0) {
    const kinds = refused.map(({ resourcePath }) =>
      (resourcePath ?? '').split('?')[0].split('/').pop(),
    );
    return {
      ...common,
      status: 'unauthorised',
      failure: 'own',
      hindersFlow: false,
      sentence: `Cluster ${name} refuses gomon ${
        [...new Set(kinds.filter(Boolean))].join(', ') || 'everything'
      }: its account may not read that.`,
      action: {
        text: "Give the portal's account the right: k8s/portal/reader.yaml has what it needs.",
      },
    };
  }
  const status = real.find(({ statusCode }) => statusCode)?.statusCode;
  return {
    ...common,
    status: 'unknown',
    failure: 'unseen',
    hindersFlow: false,
    sentence: `gomon could not look into cluster ${name}: ${
      status ? `it answered HTTP ${status}` : 'it does not answer'
    }.`,
  };
}
