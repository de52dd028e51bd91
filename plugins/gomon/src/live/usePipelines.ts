import { useApi } from '@backstage/core-plugin-api';
import { gomonApiRef } from '../api/GomonApi';
import { useLive } from './useLive';

/** All pipelines that the reader may see, kept fresh. */
export function usePipelines() {
  const api = useApi(gomonApiRef);
  return useLive('pipelines', signal => api.getPipelines({ signal }));
}
