import {
  FieldColorModeId,
  GraphDrawStyle,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  SortOrder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
} from '@grafana/schema';
import type {
  FieldConfig,
  Options,
} from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';
import { basePanel } from './basePanel';
import { targetsOf, type PanelSpec, type UnplacedPanel } from './panel';

/** Values over time. */
export function timeSeries(
  spec: PanelSpec & { stacked?: boolean },
): UnplacedPanel {
  const options: Options = {
    legend: {
      calcs: ['lastNotNull', 'max'],
      displayMode: LegendDisplayMode.Table,
      placement: 'bottom',
      showLegend: true,
    },
    tooltip: { mode: TooltipDisplayMode.Multi, sort: SortOrder.Descending },
  };
  const custom: FieldConfig = {
    drawStyle: GraphDrawStyle.Line,
    lineWidth: 1,
    fillOpacity: spec.stacked ? 30 : 5,
    showPoints: VisibilityMode.Auto,
    // A gap is a gap: nothing is drawn over what was not measured.
    spanNulls: false,
    stacking: {
      mode: spec.stacked ? StackingMode.Normal : StackingMode.None,
      group: 'A',
    },
    thresholdsStyle: {
      mode: spec.thresholds
        ? GraphThresholdsStyleMode.Dashed
        : GraphThresholdsStyleMode.Off,
    },
  };
  return basePanel('timeseries', spec, {
    options: { ...options },
    custom: { ...custom },
    // Many lines are told apart by colour; thresholds are drawn as lines.
    color: FieldColorModeId.PaletteClassic,
    targets: targetsOf(spec.queries, 'range'),
  });
}
