import { useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { gomonSilencePermission } from '@gomon/plugin-gomon-common';
import { useState } from 'react';
import { gomonApiRef, GomonNewSilence } from '../api/GomonApi';
import { Problem, toProblem } from '../api/problem';
import { useLive } from '../live/useLive';

/** What keeps components quiet, one of them or all, and the ways to change it for those who may. */
export function useSilences(entityRef?: string) {
  const api = useApi(gomonApiRef);
  const { allowed } = usePermission({ permission: gomonSilencePermission });
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Problem>();
  const { value, reload } = useLive(`silences ${entityRef}`, signal =>
    api.getSilences({ entityRef }, { signal }),
  );

  /** Resolves to whether the backend did it. */
  async function act(change: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setRefusal(undefined);
    try {
      await change();
      reload();
      return true;
    } catch (error) {
      setRefusal(toProblem(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return {
    silences: value,
    isBusy,
    refusal,
    create: allowed
      ? (silence: GomonNewSilence) => act(() => api.createSilence(silence))
      : undefined,
    end: allowed
      ? (id: string) => {
          act(() => api.endSilence(id));
        }
      : undefined,
  };
}
