import { Container } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { HostsView } from './HostsView';
import { HostView } from './HostView';

/** The list of hosts, and below it a page for each. */
export function HostsPage() {
  return (
    <Container>
      <HostsRoutes />
    </Container>
  );
}

/** The same without the margins of a page. */
export function HostsRoutes() {
  return (
    <Routes>
      <Route path="/" element={<HostsView />} />
      <Route path=":instance" element={<HostView />} />
    </Routes>
  );
}
