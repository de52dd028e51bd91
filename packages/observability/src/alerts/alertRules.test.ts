import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '@gomon/dev-stack';
import { parseAllDocuments } from 'yaml';
import { alertGroups, alertRules } from './alertGroups';
import { OWNER } from './alertRule';
import { toGrafana, uidOf } from './toGrafana';
import { toVmalert } from './toVmalert';

it('gives every rule a name, and a uid that Grafana takes', () => {
  const names = alertRules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const uids = alertRules.map(uidOf);
  expect(new Set(uids).size).toBe(uids.length);
  expect(uids.filter(uid => !/^[a-z-]{3,40}$/.test(uid))).toEqual([]);
});

it.each(alertRules.map(rule => [rule.name, rule] as const))(
  '%s says what it means and what to do',
  (_, { action, meaning, summary, title }) => {
    for (const words of [summary, meaning, action]) {
      expect(words).toMatch(/^\S.{10,}\.$/);
    }
    expect(title.length).toBeLessThan(60);
  },
);

it('reads right with one of what is counted', () => {
  const ofOne = alertRules.filter(
    ({ fires, format }) =>
      format === 'number' && 'above' in fires && fires.above < 1,
  );
  expect(ofOne.length).toBeGreaterThan(10);
  const wrong = ofOne.filter(({ summary }) =>
    /\{value\} [a-z]+s\b(?!\/)/.test(summary),
  );
  expect(wrong.map(({ summary }) => summary)).toEqual([]);
});

it('is about entities of the catalog, and has an owner there', async () => {
  const text = await readFile(
    join(repositoryRoot, 'catalog-info.yaml'),
    'utf8',
  );
  const entities = parseAllDocuments(text)
    .map(document => document.toJS())
    .filter(Boolean);
  const named = (name: string) =>
    entities.filter(({ metadata }) => metadata.name === name);
  const [, ownerName] = OWNER.split('/');
  expect(named(ownerName).map(({ kind }) => kind)).toEqual(['Group']);
  for (const { component } of alertRules) {
    const [entity] = named(component);
    expect(entity?.spec.owner).toBe(OWNER);
    const { annotations } = entity.metadata;
    expect(annotations['grafana/alert-label-selector']).toBe(
      `component=${component}`,
    );
  }
});

it('says the same to vmalert and to Grafana', () => {
  const rules = toVmalert(alertGroups).groups.flatMap(group => group.rules);
  const provisioned = toGrafana(alertGroups).groups.flatMap(
    group => group.rules,
  );
  expect(provisioned).toHaveLength(rules.length);
  provisioned.forEach(({ annotations, data, labels, ...grafana }, i) => {
    const vmalert = rules[i];
    expect(labels).toEqual(vmalert.labels);
    expect(grafana.for).toBe(vmalert.for);
    expect(annotations.runbook_url).toBe(vmalert.annotations.runbook_url);
    const [measured, compared] = data.map(({ model }) => model) as any[];
    const { params, type } = compared.conditions[0].evaluator;
    const sign = type === 'gt' ? '>' : '<';
    expect(`(${measured.expr}) ${sign} ${params[0]}`).toBe(vmalert.expr);
  });
});

it('fills every placeholder with a template of its system', () => {
  const texts = [toVmalert(alertGroups), toGrafana(alertGroups)].map(file =>
    JSON.stringify(file),
  );
  for (const text of texts) {
    expect(text).not.toMatch(/[^{]\{(?:value|instance|reason|mountpoint)\}/);
  }
  expect(texts[0]).not.toContain('$values');
  expect(texts[1]).not.toMatch(/\$value[^s]/);
});
