import { Container } from '@backstage/ui';
import { SetupView } from './SetupView';

/** What is missing, with the margins of a page of the new frontend system. */
export function SetupPage() {
  return (
    <Container>
      <SetupView />
    </Container>
  );
}
