import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FieldMapping, fields } from '../../desired/fields';
import type { Column } from './columns';
import { DATA_VIEW_ID, dataView, runtimeFieldNames } from './dataView';
import { kibanaObjects } from './kibanaObjects';
import { metrics } from './metrics';
import type { SavedObject } from './savedObject';

function namesOf(
  properties: Record<string, FieldMapping>,
  prefix = '',
): string[] {
  return Object.entries(properties).flatMap(([name, field]) =>
    'properties' in field
      ? namesOf(field.properties, `${prefix}${name}.`)
      : [`${prefix}${name}`],
  );
}

const searchable = [...namesOf(fields), '___records___'];
const charts = kibanaObjects.filter(({ type }) => type === 'lens');
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const stateOf = ({ attributes }: SavedObject) => attributes.state as any;
const columnsOf = (chart: SavedObject): Record<string, Column> =>
  stateOf(chart).datasourceStates.formBased.layers.samples.columns;

describe('what gomon keeps in Kibana', () => {
  it('is one of each, and refers to nothing that is not there', () => {
    const keys = kibanaObjects.map(({ id, type }) => `${type}:${id}`);
    expect(new Set(keys).size).toBe(keys.length);
    const meant = kibanaObjects.flatMap(({ references }) =>
      references.map(({ id, type }) => `${type}:${id}`),
    );
    expect(keys).toEqual(expect.arrayContaining(meant));
  });

  it('has a field for each of the six metric types, and no other', () => {
    expect(runtimeFieldNames).toEqual([
      'cpu_usage_percent',
      'mem_usage_percent',
      'disk_used_percent',
      'dsk_used_gb',
      'int_bytes_recv_mb',
      'int_bytes_sent_mb',
    ]);
    const scripts = JSON.parse(String(dataView.attributes.runtimeFieldMap));
    expect(scripts.dsk_used_gb.script.source).toContain("== 'dsk_used_gb'");
  });

  it('has a chart for each of the six metric types', () => {
    const queries = charts.map(chart => stateOf(chart).query.query);
    expect(queries).toEqual(
      expect.arrayContaining(
        Object.keys(metrics).map(name => `metric_name: "${name}"`),
      ),
    );
  });

  it.each(charts.map(chart => [chart.id, chart] as const))(
    'plots fields that the template indexes, by columns that exist: %s',
    (_, chart) => {
      const columns = columnsOf(chart);
      const { query, visualization } = stateOf(chart);
      const asked = Object.values(columns).flatMap(
        ({ params, sourceField }) => [
          ...(sourceField ? [sourceField] : []),
          ...((params?.secondaryFields as string[]) ?? []),
        ],
      );
      const inQuery = [...query.query.matchAll(/([\w.]+):/g)].map(
        ([, name]) => name,
      );
      expect(searchable).toEqual(
        expect.arrayContaining([...asked, ...inQuery]),
      );
      const [layer] = visualization.layers ?? [visualization];
      const drawn = [
        layer.xAccessor,
        layer.splitAccessor,
        ...(layer.accessors ?? []),
        ...(layer.columns ?? []).map((c: { columnId: string }) => c.columnId),
        ...Object.values(columns).flatMap(({ params, references }) => [
          ...(references ?? []),
          (params?.orderBy as { columnId: string } | undefined)?.columnId,
        ]),
      ].filter(Boolean);
      expect(Object.keys(columns)).toEqual(expect.arrayContaining(drawn));
    },
  );

  it('lays panels out side by side, none over another', () => {
    for (const { attributes, references } of kibanaObjects.filter(
      ({ type }) => type === 'dashboard',
    )) {
      const panels = JSON.parse(String(attributes.panelsJSON));
      const places = panels.map(
        ({ gridData: { x, y } }: { gridData: { x: number; y: number } }) =>
          `${x},${y}`,
      );
      expect(new Set(places).size).toBe(panels.length);
      expect(references.map(({ name }) => name)).toEqual(
        panels.map(
          (panel: { panelIndex: string; panelRefName: string }) =>
            `${panel.panelIndex}:${panel.panelRefName}`,
        ),
      );
    }
  });

  it('goes by the identifier that the links of the portal name', () => {
    const links = resolve(
      __dirname,
      '../../../../../plugins/gomon-backend/src/logs/kibanaLinks.ts',
    );
    expect(readFileSync(links, 'utf8')).toContain(`'${DATA_VIEW_ID}'`);
  });

  it('looks for the tags that the Ruby filter gives', () => {
    const filter = resolve(
      __dirname,
      '../../../../../k8s/monitoring/logs/aggregator_log.rb',
    );
    const given = readFileSync(filter, 'utf8');
    const broken = charts.find(
      ({ id }) => id === 'gomon-lines-not-understood',
    )!;
    const tags = [...stateOf(broken).query.query.matchAll(/"(\w+)"/g)].map(
      ([, tag]) => tag,
    );
    expect(tags).toContain('_rubyexception');
    // That one is given by Logstash itself when a script raises.
    for (const tag of tags.filter(name => name !== '_rubyexception')) {
      expect(given).toContain(`'${tag}'`);
    }
  });
});
