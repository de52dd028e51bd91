import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { PortalSignInPage } from './PortalSignInPage';

// That it offers guest sign-in in development is seen in App.test.tsx.
describe('PortalSignInPage', () => {
  it.each(['production', undefined])(
    'lets no guest in when the environment is %s',
    async environment => {
      renderInTestApp(<PortalSignInPage onSignInSuccess={() => {}} />, {
        config: { app: { title: 'gomon' }, auth: { environment } },
      });
      expect(
        await screen.findByText('Nobody can sign in yet'),
      ).toBeInTheDocument();
      expect(screen.queryByRole('button', { name: 'Enter' })).toBeNull();
    },
  );
});
