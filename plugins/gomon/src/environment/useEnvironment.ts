import { useSearchParams } from 'react-router-dom';

const PARAMETER = 'environment';

/** The environment in the address, so that a link shows what its sender saw. */
export function useEnvironment() {
  const [parameters, setParameters] = useSearchParams();
  return {
    environment: parameters.get(PARAMETER) ?? undefined,
    setEnvironment: (environment: string) =>
      setParameters(
        previous => {
          const next = new URLSearchParams(previous);
          next.set(PARAMETER, environment);
          return next;
        },
        { replace: true },
      ),
  };
}
