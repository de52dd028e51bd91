// What a service may be told by the environment of `yarn dev`: its own settings,
// and what decides how Node trusts certificates. Nothing else leaks into it.
const PASSED_ON =
  /^(KAFKA_|VICTORIA_METRICS_|COLLECT_|OUTBOX_|SPOOL_|DURABILITY_|METRIC_LOG_|LOG_|NODE_NAME$|HOST_ROOT$|NODE_EXTRA_CA_CERTS$)/;

/** The settings of a service that the person at the terminal has made. */
export function ownSettings(env: NodeJS.ProcessEnv): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && PASSED_ON.test(name)) {
      settings[name] = value;
    }
  }
  return settings;
}
