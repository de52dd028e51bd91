export interface Config {
  /** The key of the community Grafana plugin. */
  grafana?: {
    /**
     * Where people reach Grafana, for links.
     * @visibility frontend
     */
    domain?: string;
  };
  /** Of the backend's configuration, what links need. */
  gomon?: {
    kibana?: Array<{
      /** @visibility frontend */
      name?: string;
      /** @visibility frontend */
      environment?: string;
      /**
       * Where people reach Kibana, for links.
       * @visibility frontend
       */
      publicUrl?: string;
    }>;
  };
}
