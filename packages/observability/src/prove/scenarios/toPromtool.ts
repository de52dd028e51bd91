import type { Scenario } from './scenario';

/** A file for `promtool test rules`: a scenario before, during and after its fault. */
export function toPromtool(
  rules: string,
  { after, alerts = 1, before, during, rule, series }: Scenario,
) {
  const firing = (minute: number, count: number) => ({
    expr: `count(ALERTS{alertname="${rule}", alertstate="firing"}) or vector(0)`,
    eval_time: `${minute}m`,
    exp_samples: [{ labels: '{}', value: count }],
  });
  return {
    rule_files: [rules],
    evaluation_interval: '1m',
    tests: [
      {
        interval: '1m',
        input_series: Object.entries(series).map(([name, values]) => ({
          series: name,
          values,
        })),
        promql_expr_test: [
          firing(before, 0),
          firing(during, alerts),
          firing(after, 0),
        ],
      },
    ],
  };
}
