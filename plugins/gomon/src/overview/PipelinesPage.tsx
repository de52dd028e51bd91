import { Container } from '@backstage/ui';
import { PipelinesView } from './PipelinesView';

/** The pipelines with the margins of a page of the new frontend system. */
export function PipelinesPage() {
  return (
    <Container>
      <PipelinesView />
    </Container>
  );
}
