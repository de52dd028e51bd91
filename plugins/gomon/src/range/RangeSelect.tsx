import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useFormat } from '../format/useFormat';
import { RangeName, rangeLengths } from './range';

/** Chooses how far back to look. */
export function RangeSelect(props: {
  value: RangeName;
  onChange(name: RangeName): void;
}) {
  const { t, age } = useFormat();
  return (
    <ToggleButtonGroup
      aria-label={t('range.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={keys => {
        const [name] = keys;
        props.onChange(name as RangeName);
      }}
    >
      {(Object.keys(rangeLengths) as RangeName[]).map(name => (
        <ToggleButton key={name} id={name} size="small">
          {age(rangeLengths[name] / 1000)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
