import { Unit } from '@gomon/plugin-gomon-common';
import { useFormat } from '../format/useFormat';
import { VisuallyHiddenText } from '../states/VisuallyHiddenText';

/** A value of a check; a dash for a check that has none. */
export function FigureOrNone(props: { value?: number; unit?: Unit }) {
  const { t, figure: format } = useFormat();
  if (props.value !== undefined) {
    return <>{format({ value: props.value, unit: props.unit })}</>;
  }
  return (
    <>
      <span aria-hidden="true">–</span>
      <VisuallyHiddenText>{t('health.none')}</VisuallyHiddenText>
    </>
  );
}
