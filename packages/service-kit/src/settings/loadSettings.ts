import { OperationalError } from '../errors/operationalError';
import { messageOf } from '../errors/operationalError';
import { Secret } from './secret';
import { Setting, Settings, ValuesOf } from './setting';

/** The environment is wrong: every problem at once, each naming its variable. */
export class SettingsError extends OperationalError {
  constructor(readonly problems: string[]) {
    super(
      'SETTINGS_INVALID',
      `The settings are not valid:\n${problems
        .map(p => `  - ${p}`)
        .join('\n')}`,
      false,
      'Correct the named environment variables; --help lists them all.',
    );
  }
}

/** Finds problems that lie between several settings. */
export type CrossCheck<S extends Settings> = (values: ValuesOf<S>) => string[];

type Environment = Record<string, string | undefined>;
type Outcome = { value: unknown } | { problem: string };

/**
 * Reads a service's settings. An empty variable counts as unset.
 * @throws SettingsError that names every problem
 */
export function loadSettings<S extends Settings>(
  settings: S,
  environment: Environment,
  crossCheck: CrossCheck<S> = () => [],
): ValuesOf<S> {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const outcome = read(setting, environment);
    if ('problem' in outcome) problems.push(outcome.problem);
    else values[name] = outcome.value;
  }
  if (problems.length === 0) {
    problems.push(...crossCheck(values as ValuesOf<S>));
  }
  if (problems.length > 0) throw new SettingsError(problems);
  return values as ValuesOf<S>;
}

function read(setting: Setting, environment: Environment): Outcome {
  const { variable } = setting;
  const given = environment[variable] || undefined;
  if (setting.secret) {
    const file = environment[`${variable}_FILE`] || undefined;
    if (file !== undefined) return readSecret(variable, file, given);
  }
  const source = given ?? setting.default;
  if (source === undefined) {
    return setting.optional
      ? { value: undefined }
      : { problem: `${variable} is not set: ${setting.help}` };
  }
  const result = setting.schema.safeParse(source);
  if (result.success) return { value: result.data };
  const shown = setting.secret ? 'its value' : JSON.stringify(source);
  return {
    problem: `${variable}: ${shown} ${result.error.issues[0].message}`,
  };
}

function readSecret(
  variable: string,
  file: string,
  given: string | undefined,
): Outcome {
  if (given !== undefined) {
    return {
      problem: `${variable} and ${variable}_FILE are both set: give one`,
    };
  }
  try {
    return { value: Secret.fromFile(file) };
  } catch (error) {
    return { problem: `${variable}_FILE: ${messageOf(error)}` };
  }
}
