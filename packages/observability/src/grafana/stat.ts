import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  FieldColorModeId,
  PercentChangeColorMode,
  VizOrientation,
} from '@grafana/schema';
import type { Options } from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import { basePanel } from './basePanel';
import { targetsOf, type PanelSpec, type UnplacedPanel } from './panel';

/** One figure, large. */
export function stat(spec: PanelSpec): UnplacedPanel {
  const options: Options = {
    colorMode: BigValueColorMode.Value,
    graphMode: BigValueGraphMode.None,
    justifyMode: BigValueJustifyMode.Auto,
    orientation: VizOrientation.Auto,
    percentChangeColorMode: PercentChangeColorMode.Standard,
    reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
    showPercentChange: false,
    textMode: BigValueTextMode.Auto,
    wideLayout: true,
  };
  return basePanel('stat', spec, {
    options: { ...options },
    custom: {},
    color: FieldColorModeId.Thresholds,
    targets: targetsOf(spec.queries, 'instant'),
  });
}
