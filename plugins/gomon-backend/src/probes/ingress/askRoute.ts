import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { timeLimit } from '../../engine/timeLimit';
import { LookError } from '../LookError';

/**
 * Asks for a host's first page, by way of the ingress controller where its address is given: then no name has to resolve.
 * Only the status counts; the page is not read.
 *
 * @throws LookError when there is no answer
 */
export function askRoute(
  url: URL,
  host: string,
  { signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number },
): Promise<number> {
  const secure = url.protocol === 'https:';
  const request = secure ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    request(
      url,
      {
        headers: { host },
        // The certificate is the host's, whoever was asked.
        ...(secure && { servername: host }),
        agent: false,
        signal: timeLimit(timeoutMs, signal),
      },
      response => {
        response.destroy();
        resolve(response.statusCode ?? 0);
      },
    )
      .on('error', error => reject(LookError.from(error)))
      .end();
  });
}
