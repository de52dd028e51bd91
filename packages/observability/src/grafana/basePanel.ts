import {
  FieldColorModeId,
  ThresholdsMode,
  type FieldConfig,
} from '@grafana/schema';
import { DATA_SOURCE, type PanelSpec, type UnplacedPanel } from './panel';

/** What all kinds of panels have in common. */
export function basePanel(
  type: string,
  spec: PanelSpec,
  own: Pick<UnplacedPanel, 'options' | 'targets' | 'transformations'> & {
    custom: Record<string, unknown>;
    color: FieldColorModeId;
    overrides?: NonNullable<UnplacedPanel['fieldConfig']>['overrides'];
  },
): UnplacedPanel {
  const { color, custom, overrides = [], ...rest } = own;
  const { decimals, links, max, min, noValue, thresholds } = spec;
  const defaults: FieldConfig = {
    unit: spec.unit,
    ...(decimals !== undefined && { decimals }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(noValue !== undefined && { noValue }),
    color: { mode: color },
    thresholds: {
      mode: ThresholdsMode.Absolute,
      steps: thresholds ?? [{ color: 'green', value: null }],
    },
    custom,
    ...(links && {
      links: links.map(link => ({ ...link, targetBlank: false })),
    }),
  };
  return {
    type,
    title: spec.title,
    description: spec.description,
    datasource: DATA_SOURCE,
    gridPos: { w: spec.width, h: spec.height, x: 0, y: 0 },
    fieldConfig: { defaults, overrides },
    ...rest,
  };
}
