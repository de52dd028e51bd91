import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { Suspense } from 'react';
import { PortalSignInPage } from './PortalSignInPage';

const show = (environment?: string) =>
  renderInTestApp(
    <Suspense>
      <PortalSignInPage onSignInSuccess={() => {}} />
    </Suspense>,
    {
      config: { app: { title: 'gomon' }, auth: { environment } },
    },
  );

describe('PortalSignInPage', () => {
  it('offers guests the way in during development', async () => {
    show('development');
    expect(
      await screen.findByRole('button', { name: 'Enter' }),
    ).toBeInTheDocument();
  });

  it.each(['production', undefined])(
    'lets no guest in when the environment is %s',
    async environment => {
      show(environment);
      expect(
        await screen.findByText('Nobody can sign in yet'),
      ).toBeInTheDocument();
      expect(screen.queryByRole('button', { name: 'Enter' })).toBeNull();
    },
  );
});
