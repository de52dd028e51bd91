import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  gomonHealthReadPermission,
  gomonSilencePermission,
} from '@gomon/plugin-gomon-common';
import { Rights } from './Rights';

const someone = mockCredentials.user('user:default/someone');
const other = mockCredentials.user('user:default/other');

function rights() {
  const clock = { now: 0 };
  const decision: { result: AuthorizeResult.ALLOW | AuthorizeResult.DENY } = {
    result: AuthorizeResult.ALLOW,
  };
  const authorize = jest.fn(async () => [decision]);
  const permissions = mockServices.permissions.mock({ authorize });
  return {
    clock,
    decision,
    authorize,
    rights: new Rights(permissions, () => clock.now),
  };
}

describe('Rights', () => {
  it('asks once in ten seconds for a right to read', async () => {
    const { rights: own, authorize, clock } = rights();
    await own.require(gomonHealthReadPermission, someone);
    clock.now = 9_999;
    await own.require(gomonHealthReadPermission, someone);
    expect(authorize).toHaveBeenCalledTimes(1);
    clock.now = 10_000;
    await own.require(gomonHealthReadPermission, someone);
    expect(authorize).toHaveBeenCalledTimes(2);
  });

  it('lets a right that was taken away end within ten seconds', async () => {
    const { rights: own, decision, clock } = rights();
    await own.require(gomonHealthReadPermission, someone);
    decision.result = AuthorizeResult.DENY;
    clock.now = 10_000;
    await expect(
      own.require(gomonHealthReadPermission, someone),
    ).rejects.toThrow('gomon.health.read');
  });

  it('gives a right that was refused as soon as it is granted', async () => {
    const { rights: own, decision } = rights();
    decision.result = AuthorizeResult.DENY;
    await expect(
      own.require(gomonHealthReadPermission, someone),
    ).rejects.toThrow('gomon.health.read');
    decision.result = AuthorizeResult.ALLOW;
    await expect(
      own.require(gomonHealthReadPermission, someone),
    ).resolves.toBeUndefined();
  });

  it('asks each time for a right to change something', async () => {
    const { rights: own, authorize } = rights();
    await own.require(gomonSilencePermission, someone);
    await own.require(gomonSilencePermission, someone);
    expect(authorize).toHaveBeenCalledTimes(2);
  });

  it('takes no right of one for that of another, nor of who cannot be told apart', async () => {
    const { rights: own, authorize } = rights();
    const service = mockCredentials.service('plugin:other');
    for (const credentials of [someone, other, service, service]) {
      await own.require(gomonHealthReadPermission, credentials);
    }
    expect(authorize).toHaveBeenCalledTimes(4);
  });
});
