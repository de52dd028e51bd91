import { Link } from '@backstage/ui';
import { useFormat } from '../format/useFormat';
import { useHealthPath } from '../entity/useHealthPath';

/** Leads to the Health tab of a component. */
export function HealthLink(props: { entityRef: string; title: string }) {
  const { t } = useFormat();
  const healthPath = useHealthPath();
  return (
    <Link
      href={healthPath(props.entityRef)}
      aria-label={t('verdict.checksNamed', { name: props.title })}
    >
      {t('verdict.checks')}
    </Link>
  );
}
