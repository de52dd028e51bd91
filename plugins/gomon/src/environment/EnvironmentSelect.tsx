import { Select } from '@backstage/ui';
import { useFormat } from '../format/useFormat';

/** Chooses the environment that is shown. Not there where there is nothing to choose. */
export function EnvironmentSelect(props: {
  environments: string[];
  value: string | undefined;
  onChange(environment: string): void;
}) {
  const { t } = useFormat();
  if (props.environments.length < 2) return null;
  return (
    <Select
      size="small"
      aria-label={t('page.environment')}
      options={props.environments.map(name => ({ value: name, label: name }))}
      value={props.value ?? props.environments[0]}
      onChange={key => props.onChange(String(key))}
    />
  );
}
