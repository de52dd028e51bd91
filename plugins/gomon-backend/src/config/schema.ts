import { z } from 'zod';
import { duration } from './duration';

const name = z.string().min(1);

/** A list, or one string with commas between, as an environment variable carries it. */
const commaList = z.preprocess(
  value =>
    typeof value === 'string'
      ? value
          .split(',')
          .map(part => part.trim())
          .filter(part => part !== '')
      : value,
  z
    .array(z.string().min(1), { error: 'expected a list or a comma list' })
    .min(1, 'expected at least one entry'),
);

const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'expected a URL that starts with http:// or https://',
});

const wholeNumber = z.coerce
  .number({ error: 'expected a whole number' })
  .int('expected a whole number')
  .min(1, 'expected 1 or more');

/** One of `bearerToken` or `username` with `password`. */
const httpCredentials = {
  bearerToken: z.string().min(1).optional(),
  username: z.string().min(1).optional(),
  password: z.string().optional(),
};

const instance = {
  name: name.default('default'),
  environment: name.optional(),
};

const kafka = z.strictObject({
  ...instance,
  brokers: commaList,
  topic: name.default('metrics-v4'),
  groupId: name.default('metrics-group'),
  deadLetterTopic: name.optional(),
  expectedBrokers: wholeNumber.optional(),
  maxSecondsBehind: wholeNumber.default(120),
  tls: z
    .union([
      z.boolean(),
      z.strictObject({
        ca: z.string().optional(),
        cert: z.string().optional(),
        key: z.string().optional(),
        serverName: z.string().optional(),
        rejectUnauthorized: z.boolean().optional(),
      }),
    ])
    .optional(),
  sasl: z
    .strictObject({
      mechanism: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']),
      username: z.string().min(1),
      password: z.string(),
    })
    .optional(),
});

const victoriaMetrics = z.strictObject({
  ...instance,
  url: httpUrl,
  ...httpCredentials,
  minFreeDiskBytes: wholeNumber.default(1024 ** 3),
  slowAfter: duration.prefault({ seconds: 2 }),
});

const aggregator = z.strictObject({
  ...instance,
  urls: z.preprocess(
    value => (typeof value === 'string' ? [value] : value),
    z.array(httpUrl).min(1, 'expected at least one URL'),
  ),
  ...httpCredentials,
});

const urls = z.preprocess(
  value => (typeof value === 'string' ? [value] : value),
  z.array(httpUrl).min(1, 'expected at least one URL'),
);

const filebeat = z.strictObject({ ...instance, urls, ...httpCredentials });

const logstash = z.strictObject({
  ...instance,
  url: httpUrl,
  ...httpCredentials,
  pipeline: name.default('main'),
});

const elasticsearch = z.strictObject({
  ...instance,
  url: httpUrl,
  ...httpCredentials,
  apiKey: z.string().min(1).optional(),
  index: name.default('aggregator-logs'),
  maxDocumentAge: duration.prefault({ minutes: 5 }),
});

const kibana = z.strictObject({
  ...instance,
  url: httpUrl,
  ...httpCredentials,
  apiKey: z.string().min(1).optional(),
  publicUrl: httpUrl.optional(),
});

const postgresql = z.strictObject({
  ...instance,
  host: name,
  port: wholeNumber.default(5432),
  database: name,
  user: name,
  password: z.string().optional(),
  tls: z
    .union([
      z.boolean(),
      z.strictObject({
        ca: z.string().optional(),
        rejectUnauthorized: z.boolean().optional(),
      }),
    ])
    .optional(),
  maxConnectionsPercent: wholeNumber.default(80),
});

const grafana = z.strictObject({
  ...instance,
  url: httpUrl,
  ...httpCredentials,
  publicUrl: httpUrl.optional(),
});

const vmalert = z.strictObject({
  ...instance,
  url: httpUrl,
  ...httpCredentials,
});

const ingress = z.strictObject({
  ...instance,
  url: httpUrl.optional(),
  routes: z
    .array(
      z.strictObject({ host: z.string().min(1), entityRef: name.optional() }),
    )
    .min(1, 'expected at least one route'),
});

/** Everything below `gomon:` in the configuration. Unknown keys are mistakes. */
export const gomonSchema = z.strictObject({
  engine: z
    .strictObject({
      interval: duration.prefault({ seconds: 15 }),
      timeLimit: duration.prefault({ seconds: 4 }),
    })
    .prefault({}),
  environments: z
    .array(z.strictObject({ name, title: name.optional() }))
    .min(1, 'expected at least one environment')
    .prefault([{ name: 'default' }]),
  retention: z
    .strictObject({
      events: duration.prefault({ days: 90 }),
      figures: duration.prefault({ days: 14 }),
      hosts: duration.prefault({ days: 1 }),
    })
    .prefault({}),
  notifications: z
    .strictObject({ after: duration.prefault({ minutes: 2 }) })
    .prefault({}),
  runbook: z
    .strictObject({ commands: z.enum(['kubernetes', 'stack']) })
    .prefault({ commands: 'kubernetes' }),
  kafka: z.array(kafka).default([]),
  victoriaMetrics: z.array(victoriaMetrics).default([]),
  aggregator: z.array(aggregator).default([]),
  filebeat: z.array(filebeat).default([]),
  logstash: z.array(logstash).default([]),
  elasticsearch: z.array(elasticsearch).default([]),
  kibana: z.array(kibana).default([]),
  postgresql: z.array(postgresql).default([]),
  grafana: z.array(grafana).default([]),
  vmalert: z.array(vmalert).default([]),
  ingress: z.array(ingress).default([]),
});

/** The configuration of the plugin, with defaults filled in. Durations are milliseconds. */
export type GomonConfig = z.infer<typeof gomonSchema>;
export type KafkaInstance = GomonConfig['kafka'][number];
export type VictoriaMetricsInstance = GomonConfig['victoriaMetrics'][number];
export type AggregatorInstance = GomonConfig['aggregator'][number];
export type FilebeatInstance = GomonConfig['filebeat'][number];
export type LogstashInstance = GomonConfig['logstash'][number];
export type ElasticsearchInstance = GomonConfig['elasticsearch'][number];
export type KibanaInstance = GomonConfig['kibana'][number];
export type PostgresqlInstance = GomonConfig['postgresql'][number];
export type GrafanaInstance = GomonConfig['grafana'][number];
export type IngressInstance = GomonConfig['ingress'][number];
