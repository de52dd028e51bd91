import { parseArgs } from 'node:util';
import { listenForShutdown, main, Problem } from '@gomon/dev-stack';
import { verifyParts } from '../verify/registry';
import { runPart } from '../verify/runPart';

async function verify(args: string[]): Promise<number> {
  const { values, positionals: names } = parseArgs({
    args,
    allowPositionals: true,
    options: { only: { type: 'string' } },
  });
  const only = values.only === undefined ? undefined : new RegExp(values.only);
  const list = verifyParts
    .map(({ name, title, minutes }) => `  ${name}  ${title} (${minutes} min)`)
    .join('\n');
  if (names.length === 0) {
    process.stdout.write(
      `yarn verify PART ..., or yarn verify all. The parts:\n${list}\n\nyarn verify PART --only PATTERN runs the cases whose name it matches, where a part has cases, and writes no page.\n`,
    );
    return 0;
  }
  const all = verifyParts.map(part => part.name);
  const unknown = names.find(name => name !== 'all' && !all.includes(name));
  if (unknown) {
    throw new Problem(
      `There is no part ${unknown} to verify: there is ${all.join(', ')}.`,
    );
  }
  const wanted = verifyParts.filter(
    part => names.includes('all') || names.includes(part.name),
  );
  const whole = wanted.find(({ hasCases }) => only && !hasCases);
  if (whole) {
    throw new Problem(`${whole.name} has no cases: it is run as a whole.`);
  }
  let held = true;
  for (const part of wanted) {
    held = (await runPart(part, only)) && held;
  }
  return held ? 0 : 1;
}

main(() =>
  Promise.race([
    verify(process.argv.slice(2)),
    listenForShutdown().asked.then(() => 130),
  ]),
);
