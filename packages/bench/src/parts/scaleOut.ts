import { reportHead } from '@gomon/faults';
import { benchScaleOut, ScaledOut } from '../scaleOut/benchScaleOut';
import { Part } from './part';

const MESSAGES = 200_000;

export const scaleOut: Part = ({ options, say, withServers }) =>
  withServers(async servers => {
    const { aggregators, messages = MESSAGES } = options;
    const runs: ScaledOut[] = [];
    await benchScaleOut(servers, { aggregators, messages }, run => {
      runs.push(run);
      say(JSON.stringify(run));
    });
    const head = await reportHead(servers.database.url, new Date());
    return { scaleOut: { head, runs } };
  });
