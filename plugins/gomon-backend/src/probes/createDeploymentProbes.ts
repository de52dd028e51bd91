import {
  AuthService,
  DiscoveryService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Probe } from '@gomon/plugin-gomon-node';
import { GomonConfig } from '../config/schema';
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

/** The probes of what components run on: they read what other plugins of the portal are configured for. */
export function createDeploymentProbes(
  config: GomonConfig,
  services: {
    auth: AuthService;
    config: RootConfigService;
    discovery: DiscoveryService;
  },
): Probe[] {
  const timeoutMs = Math.round(config.engine.timeLimit * REQUEST_SHARE);
  const kubernetes = new KubernetesPluginReader(
    services.discovery,
    services.auth,
    timeoutMs,
  );
  return [
    new KubernetesProbe(kubernetes),
    new ArgoCdProbe([
      new ArgoCdApiReader(readArgoCdInstances(services.config), timeoutMs),
      new ApplicationObjectReader(kubernetes),
    ]),
    new IngressProbe(config.ingress, timeoutMs),
  ];
}
