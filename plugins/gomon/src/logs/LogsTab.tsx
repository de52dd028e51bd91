import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import styles from '../states/legible.module.css';
import { LogsView } from './LogsView';

/** The Logs tab of a component. */
export function LogsTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  return (
    <div className={styles.legible}>
      <LogsView key={entityRef} entityRef={entityRef} />
    </div>
  );
}
