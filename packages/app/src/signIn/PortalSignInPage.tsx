import { SignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { NoSignInConfigured } from './NoSignInConfigured';

/** Guests are let in where `auth.environment` says development, and nowhere else. */
export function PortalSignInPage(props: SignInPageProps) {
  const environment =
    useApi(configApiRef).getOptionalString('auth.environment');
  if (environment !== 'development') {
    return <NoSignInConfigured />;
  }
  return <SignInPage {...props} providers={['guest']} />;
}
