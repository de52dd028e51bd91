import { Container, Flex, Link, Text } from '@backstage/ui';

/** What a production portal says before somebody has chosen how people sign in. */
export function NoSignInConfigured() {
  return (
    <Container>
      <Flex direction="column" gap="4" py="8">
        <Text as="h1" variant="title-medium">
          Nobody can sign in yet
        </Text>
        <Text>
          This portal runs in production, where guests are not let in, and no
          sign-in of your organisation is configured. Whoever runs the portal
          adds a provider under <code>auth.providers</code> in{' '}
          <code>app-config.production.yaml</code> and to{' '}
          <code>packages/app/src/signIn</code>.
        </Text>
        <Text>
          <Link href="https://backstage.io/docs/auth/">
            How Backstage signs people in
          </Link>
        </Text>
      </Flex>
    </Container>
  );
}
