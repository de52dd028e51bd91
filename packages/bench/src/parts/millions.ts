import { reportHead } from '@gomon/faults';
import { benchMillion } from '../million/benchMillion';
import { Part } from './part';

const MESSAGES = 1_000_000;

export const millions: Part = ({ options, say, withServers }) =>
  withServers(async servers => {
    const { messages = MESSAGES } = options;
    const shares = await benchMillion(servers, messages, 2, say);
    const head = await reportHead(servers.database.url, new Date());
    return { millions: { head, millions: shares } };
  });
