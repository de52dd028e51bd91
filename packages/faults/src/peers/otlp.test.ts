import { parse } from 'protobufjs';
import { encodeOtlp } from './otlp';

/** As far as it is written: opentelemetry-proto 1.x, metrics/v1/metrics.proto and common/v1/common.proto. */
const { root } = parse(`
  syntax = "proto3";
  message Request { repeated ResourceMetrics resource_metrics = 1; }
  message ResourceMetrics { repeated ScopeMetrics scope_metrics = 2; }
  message ScopeMetrics { repeated Metric metrics = 2; }
  message Metric { string name = 1; Gauge gauge = 5; }
  message Gauge { repeated NumberDataPoint data_points = 1; }
  message NumberDataPoint {
    fixed64 time_unix_nano = 3;
    double as_double = 4;
    repeated KeyValue attributes = 7;
  }
  message KeyValue { string key = 1; AnyValue value = 2; }
  message AnyValue { string string_value = 1; }
`);

describe('encodeOtlp', () => {
  it('writes what the schema reads', () => {
    const bytes = encodeOtlp([
      {
        name: 'cpu_usage_percent',
        labels: { instance: 'a', scope: 'host' },
        value: 12.25,
        timestampMs: 1_795_423_221_371,
      },
    ]);
    const type = root.lookupType('Request');
    const request = type.toObject(type.decode(bytes), { longs: String });
    const [metric] = request.resourceMetrics[0].scopeMetrics[0].metrics;
    expect(metric).toEqual({
      name: 'cpu_usage_percent',
      gauge: {
        dataPoints: [
          {
            timeUnixNano: '1795423221371000000',
            asDouble: 12.25,
            attributes: [
              { key: 'instance', value: { stringValue: 'a' } },
              { key: 'scope', value: { stringValue: 'host' } },
            ],
          },
        ],
      },
    });
  });
});
