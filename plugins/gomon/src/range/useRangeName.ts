import { useSearchParams } from 'react-router-dom';
import { isRangeName, RangeName } from './range';

const PARAMETER = 'range';

/** The chosen range, in the address, so that a link shows what its sender saw. */
export function useRangeName(fallback: RangeName) {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.get(PARAMETER);
  return {
    rangeName: isRangeName(text) ? text : fallback,
    setRangeName: (name: RangeName) =>
      setParameters(
        previous => {
          const next = new URLSearchParams(previous);
          next.set(PARAMETER, name);
          return next;
        },
        { replace: true },
      ),
  };
}
