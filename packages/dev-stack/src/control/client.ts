import { request } from 'node:http';
import { Problem } from '../problem';
import type { ComponentStatus } from './server';

/** Asks the supervisor behind a control socket; answers with the state after it. */
export function askStack(
  socket: string,
  action: string,
  name = '',
): Promise<ComponentStatus[]> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        socketPath: socket,
        method: action === 'status' ? 'GET' : 'POST',
        path: `/${action}/${encodeURIComponent(name)}`,
      },
      async answer => {
        let body = '';
        for await (const chunk of answer.setEncoding('utf8')) {
          body += chunk;
        }
        const said = JSON.parse(body);
        if (answer.statusCode === 200) {
          resolve(said);
        } else {
          reject(new Problem(said));
        }
      },
    );
    asked.once('error', error =>
      reject(
        new Problem(
          `The stack does not answer at ${socket} (${error.message}): look at the terminal in which it runs.`,
        ),
      ),
    );
    asked.end();
  });
}
