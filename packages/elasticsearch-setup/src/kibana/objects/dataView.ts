import { metrics } from './metrics';
import { KIBANA_VERSION, SavedObject } from './savedObject';

/** The data view's identifier; the links that the portal makes into Discover name it, too. */
export const DATA_VIEW_ID = 'gomon-aggregator-logs';

/** What it matches: every index of the write alias, and those that came before the alias. */
export const DATA_VIEW_TITLE = 'aggregator*';

const labels: Record<string, string> = {
  metric_name: 'Metric',
  metric_value: 'Value',
  instance: 'Host',
  mountpoint: 'Mount point',
  interface: 'Interface',
  'log.level': 'Level',
  'error.message': 'Why a line was not understood',
  'event.created': 'Read by the shipper',
};

/** A field of its own for each type of sample, so that one can be plotted, sorted and filtered without a second condition. */
const runtimeFields = Object.fromEntries(
  Object.keys(metrics).map(name => [
    name,
    {
      type: 'double',
      script: {
        source: `if (doc['metric_name'].size() != 0 && doc['metric_name'].value == '${name}' && doc['metric_value'].size() != 0) { emit(doc['metric_value'].value); }`,
      },
    },
  ]),
);

const formats = Object.fromEntries(
  Object.entries(metrics).map(([name, { pattern, unit }]) => [
    name,
    { id: 'number', params: { pattern: `${pattern} "${unit}"` } },
  ]),
);

const metricLabels = Object.fromEntries(
  Object.entries(metrics).map(([name, { label, unit }]) => [
    name,
    `${label} (${unit})`,
  ]),
);

/** The data view `aggregator*` with the fields of the six metric types. */
export const dataView: SavedObject = {
  type: 'index-pattern',
  id: DATA_VIEW_ID,
  attributes: {
    title: DATA_VIEW_TITLE,
    name: 'gomon: log of the aggregator',
    timeFieldName: '@timestamp',
    fieldAttrs: JSON.stringify(
      Object.fromEntries(
        Object.entries({ ...labels, ...metricLabels }).map(
          ([name, customLabel]) => [name, { customLabel }],
        ),
      ),
    ),
    fieldFormatMap: JSON.stringify(formats),
    runtimeFieldMap: JSON.stringify(runtimeFields),
    // Kibana reads the mapped fields from the indices themselves.
    fields: '[]',
    sourceFilters: '[]',
    typeMeta: '{}',
  },
  references: [],
  migrationVersion: { 'index-pattern': '8.0.0' },
  coreMigrationVersion: KIBANA_VERSION,
};

/** The fields that the data view adds to those of the indices. */
export const runtimeFieldNames = Object.keys(runtimeFields);
