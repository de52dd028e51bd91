import { listenForShutdown, main } from '@gomon/dev-stack';
import { runSteps } from '../test/runSteps';
import { select } from '../test/select';
import { browser } from '../test/steps/browser';
import { format } from '../test/steps/format';
import { integration } from '../test/steps/integration';
import { lint } from '../test/steps/lint';
import { types } from '../test/steps/types';
import { unit } from '../test/steps/unit';

const steps = [types, lint, format, unit, integration, browser];

main(async () => {
  const selection = select(process.argv.slice(2), steps);
  const interrupted = listenForShutdown().asked.then(() => 130);
  const finished = runSteps(selection).then(counts =>
    counts.failed > 0 ? 1 : 0,
  );
  return Promise.race([interrupted, finished]);
});
