import { CheckReport } from '@gomon/plugin-gomon-node';
import { LookError } from './LookError';

const sentences: Record<
  LookError['status'],
  (title: string, reason: string) => string
> = {
  down: (title, reason) => `${title} does not answer: ${reason}.`,
  unknown: (title, reason) => `gomon could not look at ${title}: ${reason}.`,
  unauthorised: (title, reason) => `${title} cannot be read: ${reason}.`,
};

/** The check of a component that did not answer, or refused to. */
export function lookFailed(
  id: string,
  title: string,
  componentTitle: string,
  error: unknown,
): CheckReport {
  const { status, reason } = LookError.from(error);
  return {
    id,
    title,
    status,
    failure: 'own',
    sentence: sentences[status](componentTitle, reason),
  };
}
