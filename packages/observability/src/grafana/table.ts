import {
  FieldColorModeId,
  TableCellDisplayMode,
  TableCellHeight,
} from '@grafana/schema';
import type {
  FieldConfig,
  Options,
} from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import { basePanel } from './basePanel';
import { targetsOf, type PanelSpec, type UnplacedPanel } from './panel';

/** A table of the labels of one query's series with their values; the worst first. */
export function table(
  spec: PanelSpec & {
    /** Labels that become columns, in this order. */
    labels: string[];
    /** Heading of the value. */
    value: string;
    /** Smallest value first. */
    ascending?: boolean;
  },
): UnplacedPanel {
  const { ascending = false, labels, value } = spec;
  const options: Options = {
    cellHeight: TableCellHeight.Sm,
    frameIndex: 0,
    showHeader: true,
    sortBy: [{ displayName: value, desc: !ascending }],
  };
  const custom: FieldConfig = {
    align: 'auto',
    cellOptions: { type: TableCellDisplayMode.Auto },
    inspect: false,
  };
  const columns = ['Time', ...labels, 'Value'];
  return basePanel('table', spec, {
    options: { ...options },
    custom: { ...custom },
    color: FieldColorModeId.Thresholds,
    targets: targetsOf(spec.queries, 'table'),
    transformations: [
      {
        id: 'filterFieldsByName',
        options: { include: { names: [...labels, 'Value'] } },
      },
      {
        id: 'organize',
        options: {
          indexByName: Object.fromEntries(columns.map((name, i) => [name, i])),
          renameByName: { Value: value },
        },
      },
    ],
    overrides: [
      {
        matcher: { id: 'byName', options: value },
        properties: [
          {
            id: 'custom.cellOptions',
            value: { type: TableCellDisplayMode.ColorText },
          },
        ],
      },
    ],
  });
}
