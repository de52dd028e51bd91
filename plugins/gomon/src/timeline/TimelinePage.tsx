import { Container } from '@backstage/ui';
import { TimelineView } from './TimelineView';

/** The timeline with the margins of a page of the new frontend system. */
export function TimelinePage() {
  return (
    <Container>
      <TimelineView />
    </Container>
  );
}
