/** One label matcher of a selector, such as `instance=~"web-.*"`. */
export interface Matcher {
  /** As it stands in the selector. */
  text: string;
  label: string;
  matches(value: string): boolean;
}

const PARTS = /^([a-zA-Z_][a-zA-Z0-9_]*)(=~|!~|!=|=)("(?:[^"\\]|\\.)*")$/;
/** Groups with flags or names mean other things in Go than here. */
const GO_ONLY = /\(\?|\\[pPQEzAC]|\[\[:/;

/**
 * The matchers of a selector that `selectorOf` has accepted, ready to be held against labels. Undefined where a matcher would
 * not surely mean here what it means to the database.
 */
export function matchersOf(selector: string): Matcher[] | undefined {
  const texts = selector.match(/[^,"]+"(?:[^"\\]|\\.)*"/g) ?? [];
  const matchers = texts.map(text => toMatcher(text.replace(/^,/, '')));
  return matchers.every(matcher => matcher !== undefined)
    ? matchers
    : undefined;
}

function toMatcher(text: string): Matcher | undefined {
  const [, label, operator, quoted] = PARTS.exec(text) ?? [];
  if (!label) return undefined;
  try {
    const wanted: string = JSON.parse(quoted);
    const isNegative = operator.startsWith('!');
    const test = operator.endsWith('~')
      ? pattern(wanted)
      : (value: string) => value === wanted;
    return { text, label, matches: value => test(value) !== isNegative };
  } catch {
    return undefined; // Escapes or expressions that only Go knows.
  }
}

/** As the database has it: the whole value, and a dot for any character. */
function pattern(source: string): (value: string) => boolean {
  if (GO_ONLY.test(source)) throw new Error('not the same in Go');
  const expression = new RegExp(`^(?:${source})$`, 's');
  return value => expression.test(value);
}
