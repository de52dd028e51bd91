import { reportHead } from '@gomon/faults';
import { AgentRun, benchAgent } from '../agent/benchAgent';
import { collectorAgent } from '../agent/collectorAgent';
import { gomonAgent } from '../agent/gomonAgent';
import { telegrafAgent } from '../agent/telegrafAgent';
import { watchMemory } from '../agent/watchMemory';
import { contendersOf } from '../results/contenders';
import { Bench, Part } from './part';

export const agent: Part = bench =>
  bench.options.memory ? memory(bench) : sideBySide(bench);

async function sideBySide({ options, say, withServers }: Bench) {
  const { alone, runs, cycles, interval: intervalSeconds } = options;
  const contestants = alone
    ? [gomonAgent]
    : [gomonAgent, telegrafAgent, collectorAgent];
  for (const { title, prepare } of contestants) {
    say(`preparing ${title}`);
    await prepare();
  }
  return withServers(async servers => {
    const results: AgentRun[] = [];
    const bench = { runs, cycles, intervalSeconds };
    await benchAgent(servers, contestants, bench, result => {
      results.push(result);
      say(JSON.stringify(result));
    });
    if (alone) return {};
    const head = await reportHead(servers.database.url, new Date());
    const contenders = contendersOf(contestants);
    return {
      agent: { head, contenders, intervalSeconds, cycles, runs: results },
    };
  });
}

async function memory({ options, say, withServers }: Bench) {
  const { minutes, interval } = options;
  return withServers(async servers => {
    const watched = await watchMemory(servers, minutes, interval, resident =>
      say(`${resident.toFixed(1)} MiB`),
    );
    const head = await reportHead(servers.database.url, new Date());
    return { agentMemory: { head, ...watched } };
  });
}
