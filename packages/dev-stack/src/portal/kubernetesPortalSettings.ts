/** A cluster as the portal's Kubernetes plugin is configured for it ("Configuring Kubernetes integration" of Backstage). */
export interface PortalCluster {
  name: string;
  title?: string;
  url: string;
  authProvider: 'serviceAccount' | 'localKubectlProxy';
  serviceAccountToken?: string;
  /** For a cluster without a metrics server: pods are shown without what they use, and no warning stands above them. */
  skipMetricsLookup?: boolean;
  /** The certificate of the authority that the API server's is signed by, as a file. */
  caFile?: string;
}

/** Configuration of the portal for clusters, as Backstage takes it from the environment: a token stands in no file. */
export function kubernetesPortalSettings(
  clusters: PortalCluster[],
): Record<string, string> {
  return {
    APP_CONFIG_kubernetes_clusterLocatorMethods: JSON.stringify([
      { type: 'config', clusters },
    ]),
  };
}
