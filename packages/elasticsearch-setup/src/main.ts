import { parseArgs } from 'node:util';
import { loadSettings, settingsHelp, SettingsError } from '@gomon/service-kit';
import { connect, connectKibana } from './connect';
import { desiredState } from './desired/desired';
import { explain } from './explain';
import { explainKibana } from './kibana/explainKibana';
import { kibanaObjects } from './kibana/objects/kibanaObjects';
import { setUpKibana } from './kibana/setUpKibana';
import { crossCheck, settings, SetupValues } from './settings';
import { setUp } from './setUp';

const USAGE = `Makes Elasticsearch ready for the aggregator's log: lifecycle policy, index templates, first index with its write alias;
and Kibana, where KIBANA_URL names one: data view, charts and dashboards.
Shows what it is going to change, then changes only that. Run again, it changes nothing.

  --plan    show the plan, change nothing
  --adopt   put indices that lost their alias behind it again

Environment:
${settingsHelp(settings)}
`;

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The exit code: 0 all is as it is to be, 1 not carried out, 2 something must be settled first. */
async function main(): Promise<number> {
  const { values: flags } = parseArgs({
    options: {
      plan: { type: 'boolean', default: false },
      adopt: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (flags.help) {
    say(USAGE);
    return 0;
  }
  const values = loadSettings(settings, process.env, crossCheck);
  const code = await setUpElasticsearch(values, flags);
  // Without documents there is nothing to look at.
  return code === 0 && values.kibanaUrl
    ? setUpDashboards(values.kibanaUrl, values, flags.plan)
    : code;
}

async function setUpElasticsearch(
  values: SetupValues,
  flags: { plan: boolean; adopt: boolean },
): Promise<number> {
  const client = connect(values);
  try {
    const { obstacles } = await setUp(
      client,
      desiredState({ ...values, lifecycle: values.lifecycle === 'on' }),
      { planOnly: flags.plan, adopt: flags.adopt, say },
    );
    return obstacles.length > 0 ? 2 : 0;
  } catch (error) {
    say(explain(error, values.url));
    return 1;
  } finally {
    await client.close();
  }
}

async function setUpDashboards(
  url: string,
  values: SetupValues,
  planOnly: boolean,
): Promise<number> {
  try {
    const client = connectKibana(url, values);
    const options = { planOnly, say };
    const { obstacles } = await setUpKibana(client, kibanaObjects, options);
    return obstacles.length > 0 ? 2 : 0;
  } catch (error) {
    say(explainKibana(error, url));
    return 1;
  }
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    say(error instanceof SettingsError ? error.message : String(error?.stack));
    process.exitCode = 1;
  },
);
