import {
  AuthService,
  DiscoveryService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Probe } from '@gomon/plugin-gomon-node';
import { GomonConfig } from '../config/schema';
import { DeploymentReader } from '../deployments/DeploymentReader';
import {
  ApplicationObjectReader,
  ArgoCdApiReader,
} from './argocd/ApplicationReader';
import { ArgoCdProbe } from './argocd/ArgoCdProbe';
import { readArgoCdInstances } from './argocd/instances';
import { REQUEST_SHARE } from './createProbes';
import { IngressProbe } from './ingress/IngressProbe';
import { KubernetesProbe } from './kubernetes/KubernetesProbe';
import { KubernetesPluginReader } from './kubernetes/KubernetesReader';

/** The probes of what components run on, and the reader of what deploys them: they read what other plugins of the portal are configured for. */
export function createDeploymentProbes(
  config: GomonConfig,
  services: {
    auth: AuthService;
    config: RootConfigService;
    discovery: DiscoveryService;
  },
): { probes: Probe[]; deployments: DeploymentReader } {
  const timeoutMs = Math.round(config.engine.timeLimit * REQUEST_SHARE);
  const kubernetes = new KubernetesPluginReader(
    services.discovery,
    services.auth,
    timeoutMs,
  );
  const api = new ArgoCdApiReader(
    readArgoCdInstances(services.config),
    timeoutMs,
  );
  const objects = new ApplicationObjectReader(kubernetes);
  return {
    probes: [
      new KubernetesProbe(kubernetes),
      new ArgoCdProbe([api, objects]),
      new IngressProbe(config.ingress, timeoutMs),
    ],
    deployments: new DeploymentReader(api, objects),
  };
}
