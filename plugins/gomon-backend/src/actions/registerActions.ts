import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { gomonHealthReadPermission } from '@gomon/plugin-gomon-common';
import { changesAction } from './changesAction';
import { componentHealthAction } from './componentHealthAction';
import { doctorAction } from './doctorAction';
import { pipelineHealthAction } from './pipelineHealthAction';
import type { ActionOptions } from './options';

/** Registers what an assistant can ask. All of it only reads, with the rights of who asks. */
export function registerActions(
  registry: ActionsRegistryService,
  permissions: PermissionsService,
  options: Omit<ActionOptions, 'requireRead'>,
): void {
  const withRights: ActionOptions = {
    ...options,
    requireRead: credentials => requireRead(permissions, credentials),
  };
  pipelineHealthAction(registry, withRights);
  componentHealthAction(registry, withRights);
  changesAction(registry, withRights);
  doctorAction(registry, withRights);
}

async function requireRead(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
): Promise<void> {
  const permission = gomonHealthReadPermission;
  const [decision] = await permissions.authorize([{ permission }], {
    credentials,
  });
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`The permission ${permission.name} is required`);
  }
}
