import { Column } from './columns';
import { DATA_VIEW_ID } from './dataView';
import { KIBANA_VERSION, SavedObject } from './savedObject';

const LAYER = 'samples';

/** What a chart shows. */
export interface LensOptions {
  id: string;
  title: string;
  description: string;
  /** Which documents, in Kibana's query language. */
  query: string;
  /** By their names; buckets stand before figures. */
  columns: Record<string, Column>;
}

/** Lines, bars or areas over time. */
export interface OverTimeOptions extends LensOptions {
  series: 'line' | 'bar_stacked' | 'area_stacked';
  /** The column of the figure. */
  figure: string;
  /** The column that makes one line of each of its values. */
  split?: string;
  /** Where the vertical axis ends; open where it is left out. */
  upTo?: number;
}

/** A chart over time; its horizontal axis is the column `time`. */
export function overTimeChart(options: OverTimeOptions): SavedObject {
  const { figure, series, split, upTo } = options;
  return lens(options, 'lnsXY', {
    preferredSeriesType: series,
    legend: { isVisible: true, position: 'bottom' },
    valueLabels: 'hide',
    fittingFunction: 'None',
    axisTitlesVisibilitySettings: { x: false, yLeft: false, yRight: false },
    ...(upTo !== undefined && {
      yLeftExtent: { mode: 'custom', lowerBound: 0, upperBound: upTo },
    }),
    layers: [
      {
        layerId: LAYER,
        layerType: 'data',
        seriesType: series,
        position: 'top',
        showGridlines: false,
        xAccessor: 'time',
        accessors: [figure],
        ...(split && { splitAccessor: split }),
      },
    ],
  });
}

/** A table of the columns as they stand. */
export function table(options: LensOptions): SavedObject {
  return lens(options, 'lnsDatatable', {
    layerId: LAYER,
    layerType: 'data',
    columns: Object.keys(options.columns).map(columnId => ({ columnId })),
  });
}

function lens(
  { columns, description, id, query, title }: LensOptions,
  visualizationType: string,
  visualization: Record<string, unknown>,
): SavedObject {
  return {
    type: 'lens',
    id,
    attributes: {
      title,
      description,
      visualizationType,
      state: {
        datasourceStates: {
          formBased: {
            layers: {
              [LAYER]: {
                columns,
                columnOrder: Object.keys(columns),
                incompleteColumns: {},
              },
            },
          },
        },
        visualization,
        query: { query, language: 'kuery' },
        filters: [],
      },
    },
    references: [
      {
        type: 'index-pattern',
        id: DATA_VIEW_ID,
        name: `indexpattern-datasource-layer-${LAYER}`,
      },
    ],
    migrationVersion: { lens: '8.6.0' },
    coreMigrationVersion: KIBANA_VERSION,
  };
}
