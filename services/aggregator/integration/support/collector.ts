import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';

/** A span as OTLP's JSON has it, as far as the tests look at it. */
export interface ReceivedSpan {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status: { code: number; message?: string };
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
}

/** A stand-in for an OpenTelemetry collector: takes OTLP over HTTP in JSON, as opentelemetry-proto documents it. */
export async function startCollector(): Promise<{
  readonly url: string;
  readonly spans: ReceivedSpan[];
  close(): void;
}> {
  const spans: ReceivedSpan[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += part;
    for (const { resource, scopeSpans } of JSON.parse(text).resourceSpans) {
      const { value } = resource.attributes.find(
        ({ key }: { key: string }) => key === 'service.name',
      );
      for (const span of scopeSpans.flatMap((scope: any) => scope.spans)) {
        spans.push({ ...span, service: value.stringValue });
      }
    }
    response.end('{}');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
