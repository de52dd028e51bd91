import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useHealthPath } from './useHealthPath';

/** Leads to the Health tab of a component that is in another's way, by the title that the catalog has of it. */
export function CauseLink({ entityRef }: { entityRef: string }) {
  const healthPath = useHealthPath();
  const { kind, namespace } = parseEntityRef(entityRef);
  const { primaryTitle } = useEntityPresentation(entityRef, {
    defaultKind: kind,
    defaultNamespace: namespace,
  });
  return <Link href={healthPath(entityRef)}>{primaryTitle}</Link>;
}
