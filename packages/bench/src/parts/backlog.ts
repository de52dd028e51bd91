import {
  carefulCollector,
  collector,
  gomon,
  reportHead,
  telegraf,
} from '@gomon/faults';
import { benchBacklog } from '../backlog/benchBacklog';
import { Carried } from '../backlog/carry';
import { contendersOf } from '../results/contenders';
import { Part } from './part';

const MESSAGES = 200_000;

export const backlog: Part = async ({ options, say, withServers }) => {
  const { alone, messages = MESSAGES, runs } = options;
  const contestants = alone
    ? [gomon]
    : [gomon, telegraf, collector, carefulCollector];
  for (const { title, prepare } of contestants) {
    say(`preparing ${title}`);
    await prepare();
  }
  return withServers(async servers => {
    const results: Carried[] = [];
    await benchBacklog(servers, contestants, { messages, runs }, result => {
      results.push(result);
      say(lineOf(result));
    });
    if (alone) return {};
    const head = await reportHead(servers.database.url, new Date());
    const contenders = contendersOf(contestants);
    return { backlog: { head, contenders, runs: results } };
  });
};

function lineOf(result: Carried): string {
  const { contestant, stored, sent, cpuSeconds, peakMib, seconds } = result;
  const speed = Math.round(stored / cpuSeconds).toLocaleString('en');
  const missing = sent - stored;
  return `${contestant}: ${speed} samples per CPU second, ${seconds.toFixed(
    1,
  )} s, at most ${Math.round(peakMib)} MiB, ${missing} missing`;
}
