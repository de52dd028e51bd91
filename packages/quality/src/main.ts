import { parseArgs } from 'node:util';
import { listenForShutdown, main } from '@gomon/dev-stack';
import { quality } from './quality';
import { readSettings, settingsHelp } from './settings';

const USAGE = `Usage: yarn quality [options]

Makes gate and project on SonarQube what this repository says they are, runs the tests with coverage, scans, waits for the
verdict, and shows each condition. Exit code: 0 passed, 1 failed, 2 not carried out.

  --plan      show what would be changed on the server, and stop
  --set-up    make gate, project and token, and stop
  --no-tests  scan with the coverage that is there already

Environment:
${settingsHelp}`;

const say = (line: string) => void process.stdout.write(`${line}\n`);

main(async () => {
  const { values: flags } = parseArgs({
    options: {
      plan: { type: 'boolean', default: false },
      'set-up': { type: 'boolean', default: false },
      'no-tests': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (flags.help) {
    say(USAGE);
    return 0;
  }
  const settings = await readSettings(process.env);
  return Promise.race([
    listenForShutdown().asked.then(() => 130),
    quality(settings, {
      say,
      mode: modeOf(flags),
      withTests: !flags['no-tests'],
    }),
  ]);
});

function modeOf(flags: { plan: boolean; 'set-up': boolean }) {
  if (flags.plan) return 'plan';
  return flags['set-up'] ? 'set-up' : 'analyse';
}
