import { chmod, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { sentenceOf } from '../problem';
import type { Stack } from '../stack/stack';
import { forAll, type StackComponent } from '../stack/stackComponent';

/** One line of `yarn stack status`. */
export interface ComponentStatus {
  name: string;
  state: string;
  pid?: number;
  address: string;
  logFile: string;
}

/** What the control socket can be asked to do to a component. */
export const actionNames = ['start', 'stop', 'kill'] as const;
export type ActionName = (typeof actionNames)[number];

/** Lets another terminal of the same user look at the stack and change it. */
export async function serveControl(
  stack: Stack,
  socket: string,
): Promise<Server> {
  await rm(socket, { force: true });
  const server = createServer(async (request, response) => {
    try {
      const [word, name] = (request.url ?? '').split('/').slice(1);
      const action = actionNames.find(known => known === word);
      if (request.method === 'POST' && action) {
        const asked = stack.find(decodeURIComponent(name));
        await forAll(asked, component => component[action]());
      }
      response.end(JSON.stringify(stack.components.map(statusOf)));
    } catch (error) {
      response.statusCode = 409;
      response.end(JSON.stringify(sentenceOf(error)));
    }
  });
  server.listen(socket);
  await once(server, 'listening');
  await chmod(socket, 0o600);
  return server;
}

function statusOf(entry: StackComponent): ComponentStatus {
  const { pid, address, logFile } = entry.component;
  return { name: entry.name, state: entry.state, pid, address, logFile };
}
