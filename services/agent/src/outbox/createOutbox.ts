import type { Logger } from '@gomon/service-kit';
import type { AgentMetrics } from '../agentMetrics';
import type { AgentValues } from '../agentSettings';
import { SpoolOutbox } from '../spool/spoolOutbox';
import { MemoryOutbox } from './memoryOutbox';
import type { OnDrop, Outbox } from './outbox';
import { messageOf } from '@gomon/service-kit';

/** The outbox that the settings ask for: on disk where a folder is named, else in memory. */
export function createOutbox(
  settings: AgentValues,
  metrics: AgentMetrics,
  logger: Logger,
  onDrop: OnDrop,
): Outbox {
  if (settings.spoolDir === undefined) {
    const { outboxMaxMessages, outboxMaxBytes } = settings;
    const limits = { maxMessages: outboxMaxMessages, maxBytes: outboxMaxBytes };
    return new MemoryOutbox(limits, onDrop);
  }
  let failing = false;
  const outbox = SpoolOutbox.open({
    folder: settings.spoolDir,
    maxBytes: settings.spoolMaxBytes,
    sync: settings.spoolSync,
    onDrop,
    onCut(bytes) {
      metrics.spoolCutBytes.inc(bytes);
      logger.warn({ bytes }, 'cut an unfinished reading off the spool');
    },
    onWriteError(error) {
      metrics.spoolErrors.inc();
      if (!failing) {
        logger.error(
          `the spool does not take readings, they wait in memory: ${messageOf(
            error,
          )}`,
        );
      }
      failing = true;
    },
  });
  if (outbox.depth > 0) {
    logger.info(
      { waiting: outbox.depth },
      'found unsent readings in the spool',
    );
  }
  return outbox;
}
