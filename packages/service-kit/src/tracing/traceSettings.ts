import { decimal, text, url } from '../settings/kinds';
import { optional, withDefault } from '../settings/setting';

/** Settings of tracing, by the names that OpenTelemetry gives them. */
export const traceSettings = {
  traceEndpoint: optional(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    url(),
    'Where spans are sent by OTLP over HTTP, such as http://collector:4318. Unset: no tracing, which costs nothing.',
  ),
  traceRatio: withDefault(
    'OTEL_TRACES_SAMPLER_ARG',
    decimal(0, 1),
    '1',
    'Share of the traces begun here that are kept. A trace that came with a message is kept or not as its sender decided.',
  ),
  traceServiceName: optional(
    'OTEL_SERVICE_NAME',
    text(),
    "Name of this service in traces. Unset: the program's.",
  ),
};
