import { toTopology } from '../../catalog/toTopology';
import { entity } from '../../testing/fixtures';
import { labelValue, selectorOf } from './selector';

function selector(annotation?: string): string {
  const annotations: Record<string, string> = annotation
    ? { 'gomon.io/metrics-selector': annotation }
    : {};
  const { components } = toTopology(
    [entity('agent', 'agent', { annotations })],
    'default',
  );
  return selectorOf(components[0]);
}

describe('selectorOf', () => {
  it.each([
    ['{job="gomon"}', 'job="gomon"'],
    ['job="gomon", environment="x"', 'job="gomon",environment="x"'],
    ['{instance=~"a|b",job!="c"}', 'instance=~"a|b",job!="c"'],
    ['{path="a,b"}', 'path="a,b"'],
  ])('reads %s', (annotation, expected) => {
    expect(selector(annotation)).toBe(expected);
  });

  it.each([
    'job="gomon"}[1d]) or vm_app_version{x="y"',
    'job=gomon',
    '{__name__="secret"} or {a="b"}',
    'job="a" or job="b"',
  ])('does not let %s into a query', annotation => {
    expect(selector(annotation)).toBe('job="gomon"');
  });

  it('takes the series of gomon without an annotation', () => {
    expect(selector()).toBe('job="gomon"');
  });
});

describe('labelValue', () => {
  it('keeps quotes and backslashes inside the value', () => {
    expect(labelValue('a"b\\c')).toBe('"a\\"b\\\\c"');
  });
});
