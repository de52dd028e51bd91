import { HumanDuration } from '@backstage/types';

/** Configuration of the gomon backend plugin. */
export interface Config {
  gomon?: {
    /** The health engine. */
    engine?: {
      /** Time between two cycles. Default 15 seconds. */
      interval?: HumanDuration | string;
      /** Time that a probe has for one look. Default 4 seconds. */
      timeLimit?: HumanDuration | string;
    };
    /** Environments that the portal shows. The first takes the entities without annotation gomon.io/environment. */
    environments?: Array<{
      name: string;
      title?: string;
    }>;
    /** How long the plugin's database keeps what it remembers. */
    retention?: {
      /** The timeline. Default 90 days. */
      events?: HumanDuration | string;
      /** Figures of components over time. Default 14 days. */
      figures?: HumanDuration | string;
      /** Hosts that have gone silent. Default one day. */
      hosts?: HumanDuration | string;
    };
    /** News for the owners of components. */
    notifications?: {
      /** How long something is wrong before its owner is told. Default 2 minutes. */
      after?: HumanDuration | string;
    };
    /** Operational commands that are shown with a component. */
    runbook?: {
      /** `kubernetes` (default) or `stack`, for the components of `yarn dev`. */
      commands: 'kubernetes' | 'stack';
    };
    kafka?: Array<{
      /** Default `default`. The annotation kafka.apache.org/consumer-groups names it before the slash. */
      name?: string;
      /** Environment it belongs to. Without it, every environment uses it. */
      environment?: string;
      /** `host:port`, a list or one comma list. */
      brokers: string | string[];
      /** Default metrics-v4. */
      topic?: string;
      /** Default metrics-group. */
      groupId?: string;
      /** Topic for messages that could not be read. Default: the topic with `.dlq` at its end. */
      deadLetterTopic?: string;
      /** How many brokers there should be. Without it: as many as have been seen at once. */
      expectedBrokers?: number;
      /** How far the consumer group may be behind before that is a failure, in seconds. Default 120. */
      maxSecondsBehind?: number;
      /** `true`, or what is special about the certificates (PEM). */
      tls?:
        | boolean
        | {
            ca?: string;
            cert?: string;
            /** @visibility secret */
            key?: string;
            serverName?: string;
            /** Default true. */
            rejectUnauthorized?: boolean;
          };
      sasl?: {
        mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
        username: string;
        /** @visibility secret */
        password: string;
      };
    }>;
    victoriaMetrics?: Array<{
      /** Default `default`. */
      name?: string;
      /** Environment it belongs to. Without it, every environment uses it. */
      environment?: string;
      /** Base URL. The full import URL is understood, too. */
      url: string;
      /** @visibility secret */
      bearerToken?: string;
      username?: string;
      /** @visibility secret */
      password?: string;
      /** Free disk below which it is degraded. Default 1 GiB. */
      minFreeDiskBytes?: number;
      /** Answers that take longer make it degraded. Default 2 seconds. */
      slowAfter?: HumanDuration | string;
    }>;
    aggregator?: Array<{
      /** Default `default`. */
      name?: string;
      /** Environment it belongs to. Without it, every environment uses it. */
      environment?: string;
      /** Base URL of every replica's /ready and /metrics. */
      urls: string | string[];
      /** @visibility secret */
      bearerToken?: string;
      username?: string;
      /** @visibility secret */
      password?: string;
    }>;
    filebeat?: Array<{
      /** Default `default`. */
      name?: string;
      /** Environment it belongs to. Without it, every environment uses it. */
      environment?: string;
      /** Base URL of the HTTP endpoint of every Filebeat: one beside each replica of the aggregator. */
      urls: string | string[];
      /** @visibility secret */
      bearerToken?: string;
      username?: string;
      /** @visibility secret */
      password?: string;
    }>;
    logstash?: Array<{
      /** Default `default`. */
      name?: string;
      /** Environment it belongs to. Without it, every environment uses it. */
      environment?: string;
      /** Base URL of Logstash's monitoring API. */
      url: string;
      /** @visibility secret */
      bearerToken?: string;
      username?: string;
      /** @visibility secret */
      password?: string;
      /** Pipeline that carries the logs. Default `main`. */
      pipeline?: string;
    }>;
    elasticsearch?: Array<{
      /** Default `default`. */
      name?: string;
      /** Environment it belongs to. Without it, every environment uses it. */
      environment?: string;
      url: string;
      /** @visibility secret */
      bearerToken?: string;
      username?: string;
      /** @visibility secret */
      password?: string;
      /**
       * An API key in its encoded form.
       * @visibility secret
       */
      apiKey?: string;
      /** The write alias. Default aggregator-logs. */
      index?: string;
      /** A newest document older than this is a failure. Default 5 minutes. */
      maxDocumentAge?: HumanDuration | string;
    }>;
    kibana?: Array<{
      /** Default `default`. */
      name?: string;
      /** Environment it belongs to. Without it, every environment uses it. */
      environment?: string;
      url: string;
      /** @visibility secret */
      bearerToken?: string;
      username?: string;
      /** @visibility secret */
      password?: string;
      /**
       * An API key in its encoded form.
       * @visibility secret
       */
      apiKey?: string;
      /** Where people reach it, for links. Default: the URL. */
      publicUrl?: string;
    }>;
    postgresql?: Array<{
      /** Default `default`. */
      name?: string;
      /** Environment it belongs to. Without it, every environment uses it. */
      environment?: string;
      host: string;
      /** Default 5432. */
      port?: number;
      database: string;
      /** Any user that may connect: what is read needs no right of its own. */
      user: string;
      /** @visibility secret */
      password?: string;
      /** `true`, or what is special about the certificates (PEM). */
      tls?:
        | boolean
        | {
            ca?: string;
            /** Default true. */
            rejectUnauthorized?: boolean;
          };
      /** Share of the allowed connections in use from which on it is degraded. Default 80. */
      maxConnectionsPercent?: number;
    }>;
    grafana?: Array<{
      /** Default `default`. */
      name?: string;
      /** Environment it belongs to. Without it, every environment uses it. */
      environment?: string;
      url: string;
      /**
       * Token of a service account with the role Viewer, for data sources, alerts and dashboards.
       * @visibility secret
       */
      bearerToken?: string;
      username?: string;
      /** @visibility secret */
      password?: string;
      /** Where people reach it, for links. Default: `grafana.domain`, else the URL. */
      publicUrl?: string;
    }>;
    vmalert?: Array<{
      /** Default `default`. */
      name?: string;
      /** Environment it belongs to. Without it, every environment uses it. */
      environment?: string;
      /** Base URL of vmalert, or of Prometheus: whatever answers /api/v1/alerts. */
      url: string;
      /** @visibility secret */
      bearerToken?: string;
      username?: string;
      /** @visibility secret */
      password?: string;
    }>;
    ingress?: Array<{
      /** Default `default`. */
      name?: string;
      /** Environment it belongs to. Without it, every environment uses it. */
      environment?: string;
      /** Where the ingress controller answers. Without it, each host is asked under its own name. */
      url?: string;
      routes: Array<{
        host: string;
        /** The component behind it: its failure explains an answer 502, 503 or 504. */
        entityRef?: string;
      }>;
    }>;
  };
  /** The key of the community's SonarQube plugin; gomon reads the same servers. */
  sonarqube?: {
    /** The server named `default`. */
    baseUrl?: string;
    /** Where people reach it, for links. Default: baseUrl. */
    externalBaseUrl?: string;
    /** @visibility secret */
    apiKey?: string;
    authType?: 'Bearer' | 'Basic';
    instances?: Array<{
      /** The annotation sonarqube.org/project-key names it before the slash. */
      name: string;
      baseUrl: string;
      externalBaseUrl?: string;
      /**
       * A token of a user that may browse the projects.
       * @visibility secret
       */
      apiKey?: string;
      /** How the token is sent. Default Bearer. */
      authType?: 'Bearer' | 'Basic';
    }>;
  };
  /** The key of the community Grafana plugin; where people reach Grafana. */
  grafana?: {
    domain?: string;
  };
  /** The key of the Argo CD plugins; gomon reads the same servers. */
  argocd?: {
    username?: string;
    /** @visibility secret */
    password?: string;
    appLocatorMethods?: Array<{
      type: string;
      instances?: Array<{
        name: string;
        url: string;
        /** @visibility secret */
        token?: string;
        username?: string;
        /** @visibility secret */
        password?: string;
      }>;
    }>;
  };
}
