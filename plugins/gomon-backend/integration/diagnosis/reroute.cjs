// Loaded into the aggregator by --require: its connections to some local ports go to others, where a forwarder can cut them.
const net = require('node:net');

const routes = new Map(
  (process.env.GOMON_REROUTE ?? '')
    .split(',')
    .filter(Boolean)
    .map(pair => pair.split(':').map(Number)),
);
const { connect } = net;

net.connect = (options, ...rest) =>
  connect(
    typeof options === 'object' && routes.has(Number(options.port))
      ? { ...options, port: routes.get(Number(options.port)) }
      : options,
    ...rest,
  );
