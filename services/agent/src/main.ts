import {
  checkKafkaTopic,
  createKafkaClient,
  createLogger,
  runProgram,
} from '@gomon/service-kit';
import { version } from '../package.json';
import { startAgent } from './agent';
import { agentSettings, crossCheckAgent } from './agentSettings';
import { collect } from './collect/collect';
import { createCollectors } from './collect/createCollectors';
import { detectScope } from './collect/scope';
import { describeReadings } from './message/describeReadings';

void runProgram({
  name: 'gomon-agent',
  version,
  summary:
    "reads a machine's CPU, memory, disks and network and sends them to Kafka",
  settings: agentSettings,
  crossCheck: crossCheckAgent,
  start: startAgent,
  checks: settings => [
    {
      name: 'collectors',
      run: async () => {
        const scope = detectScope(settings.hostRoot);
        const collectors = createCollectors(settings, scope);
        return describeReadings(scope, await collect(collectors));
      },
    },
    {
      name: 'kafka',
      run: () =>
        checkKafkaTopic(
          createKafkaClient({
            settings,
            clientId: 'gomon-agent-check',
            logger: createLogger('gomon-agent', 'fatal'),
            retry: { retries: 0 },
          }),
          settings.topic,
        ),
    },
  ],
});
