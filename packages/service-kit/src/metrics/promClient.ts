/* eslint-disable @typescript-eslint/no-require-imports, @typescript-eslint/no-redeclare -- a class is a value and a type */
// Not an import of the package: that loads its gateway, cluster and default metrics too, with HTTP, TLS and clustering
// of Node behind them: 12 MB of every process, which nothing here uses.
import type * as prom from 'prom-client';

export const Counter =
  require('prom-client/lib/counter') as typeof prom.Counter;
/** prom-client's counter. */
export type Counter<T extends string = string> = prom.Counter<T>;

export const Gauge = require('prom-client/lib/gauge') as typeof prom.Gauge;
/** prom-client's gauge. */
export type Gauge<T extends string = string> = prom.Gauge<T>;

export const Histogram =
  require('prom-client/lib/histogram') as typeof prom.Histogram;
/** prom-client's histogram. */
export type Histogram<T extends string = string> = prom.Histogram<T>;

export const Registry =
  require('prom-client/lib/registry') as typeof prom.Registry;
/** prom-client's registry. */
export type Registry = prom.Registry;
