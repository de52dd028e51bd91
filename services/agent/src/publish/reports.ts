import { Logger, messageOf, OperationalError } from '@gomon/service-kit';
import type { AgentMetrics } from '../agentMetrics';
import type { Collection } from '../collect/collect';
import type { KafkaWatch } from './kafkaWatch';
import type { Outbox } from '../outbox/outbox';
import type { PublisherEvents } from './publisher';

/** Where the agent's events go. */
export interface ReportTargets {
  metrics: AgentMetrics;
  logger: Logger;
  watch: KafkaWatch;
}

/** Counts events, keeps /ready true, and logs changes: a state that lasts is logged once, not at every attempt. */
export function reportingTo({
  metrics,
  logger,
  watch,
}: ReportTargets): PublisherEvents & {
  collected(failures: Collection['failures']): void;
  stopped(outbox: Outbox): void;
} {
  let failing: string | undefined;
  let blind = '';
  return {
    acknowledged(messages, tookMs) {
      const now = Date.now();
      metrics.messages.inc(messages.length);
      metrics.batches.inc();
      metrics.publishSeconds.observe(tookMs / 1000);
      metrics.lastAcknowledged.set(now / 1000);
      for (const { bytes, collectedAtMs } of messages) {
        metrics.bytes.inc(bytes.length);
        metrics.delaySeconds.observe(Math.max(0, now - collectedAtMs) / 1000);
      }
      watch.works();
      if (failing) logger.info('Kafka takes readings again');
      failing = undefined;
    },
    failed(error: OperationalError, waiting) {
      metrics.publishErrors.inc({ code: error.code });
      watch.fails(error);
      if (failing === error.code) return;
      failing = error.code;
      logger.warn(
        { code: error.code, waiting, advice: error.advice },
        `Kafka does not take readings, they wait: ${error.message}`,
      );
    },
    dropped(reason, { sequence, collectedAtMs }) {
      metrics.dropped.inc({ reason });
      logger.warn({ reason, sequence, collectedAtMs }, 'a reading is lost');
    },
    collected(failures) {
      metrics.collections.inc();
      for (const { collector } of failures) {
        metrics.collectorErrors.inc({ collector });
      }
      const now = failures
        .map(({ collector, error }) => `${collector}: ${messageOf(error)}`)
        .join('; ');
      if (now !== '' && now !== blind) logger.warn(`cannot read ${now}`);
      blind = now;
    },
    stopped({ depth, durable }) {
      if (depth === 0) return;
      if (durable)
        logger.info({ waiting: depth }, 'readings wait in the spool');
      else logger.warn({ lost: depth }, 'stopped with readings unsent: lost');
    },
  };
}
