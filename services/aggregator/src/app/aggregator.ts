import {
  createKafkaClient,
  explainKafkaError,
  Logger,
  Readiness,
  Registry,
  Tracing,
} from '@gomon/service-kit';
import { deadLetterTopic } from '@gomon/wire';
import { BatchQueue } from '../batch/batchQueue';
import { registerCodecs } from '../codecs/registerCodecs';
import { AdminConnection } from '../consume/adminConnection';
import { Assignment } from '../consume/assignment';
import { ClusterWatch } from '../consume/clusterWatch';
import { PartitionState } from '../consume/partitionState';
import { PositionWatch } from '../consume/positionWatch';
import { Reader } from '../consume/reader';
import { DatabaseAddresses, databaseAddresses } from '../database/addresses';
import { DatabaseClient } from '../database/databaseClient';
import { DeadLetterWriter } from '../deadletters/deadLetterWriter';
import { Committer } from '../durability/committer';
import {
  DatabaseReading,
  DatabaseWatcher,
} from '../durability/databaseWatcher';
import { Importer } from '../importing/importer';
import { MetricLog } from '../metriclog/metricLog';
import { assess } from '../readiness/assess';
import { addLiveMetrics, createSelfMetrics, SelfMetrics } from '../selfMetrics';
import { AggregatorValues } from '../settings';
import { databaseSecrets } from './databaseSecrets';
import { ImportStage } from './importStage';
import { MessageTraces } from './messageTraces';
import { Nudge } from './nudge';

const MAX_OPEN_GAPS = 16;
const MIN_WATCH_MS = 250;
const MAX_WATCH_MS = 1_000;
const ASSESS_MS = 1_000;
// How long an orderly end waits for a database that was failing already.
const HOPELESS_MS = 1_000;

/** The aggregator, put together from its parts. */
export class Aggregator {
  readonly #settings: AggregatorValues;
  readonly #logger: Logger;
  readonly #readiness: Readiness;
  readonly #metrics: SelfMetrics;
  readonly #addresses: DatabaseAddresses;
  readonly #client: DatabaseClient;
  readonly #assignment: Assignment;
  readonly #queue: BatchQueue;
  readonly #watcher: DatabaseWatcher;
  readonly #deadLetters: DeadLetterWriter;
  readonly #metricLog: MetricLog;
  readonly #stage: ImportStage;
  readonly #importer: Importer;
  readonly #admin: AdminConnection;
  readonly #reader: Reader;
  readonly #committer: Committer;
  readonly #positionWatch: PositionWatch;
  readonly #clusterWatch: ClusterWatch;
  readonly #nudge = new Nudge();
  readonly #end = new AbortController();
  readonly #raised = new Set<string>();
  #importing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    settings: AggregatorValues,
    logger: Logger,
    registry: Registry,
    readiness: Readiness,
    tracing?: Tracing,
  ) {
    this.#settings = settings;
    this.#logger = logger;
    this.#readiness = readiness;
    registerCodecs();
    const metrics = createSelfMetrics(registry);
    this.#metrics = metrics;
    const { topic, groupId } = settings;
    this.#addresses = databaseAddresses(
      settings.victoriaMetricsUrl,
      settings.storageUrls,
    );
    this.#client = new DatabaseClient(
      this.#addresses,
      databaseSecrets(settings, this.#addresses),
    );
    this.#assignment = new Assignment(settings.durabilityWindowMs, {
      maxAgents: settings.sequenceMaxAgents,
      maxOpenGaps: MAX_OPEN_GAPS,
      graceMs: settings.sequenceGraceMs,
    });
    this.#queue = new BatchQueue({
      maxMessages: settings.batchMaxMessages,
      maxBytes: settings.batchMaxBytes,
      lingerMs: settings.lingerMs,
      maxQueuedBytes: settings.queueMaxBytes,
    });
    this.#watcher = new DatabaseWatcher({
      client: this.#client,
      intervalMs: Math.min(
        MAX_WATCH_MS,
        Math.max(MIN_WATCH_MS, settings.durabilityWindowMs / 10),
      ),
      onReading: (reading, recovered) => this.#onReading(reading, recovered),
    });
    const kafka = (clientId: string, retries: number) =>
      createKafkaClient({
        settings,
        clientId,
        logger,
        retry: { retries, initialRetryTime: 200, maxRetryTime: 2_000 },
      });
    this.#deadLetters = new DeadLetterWriter(
      kafka('gomon-aggregator-dead-letters', 2),
      this.#deadLetterTopic,
    );
    this.#metricLog = new MetricLog({
      path: settings.logFile,
      share: settings.logShare,
      maxBytes: settings.logMaxBytes,
      keep: settings.logKeep,
      environment: settings.environmentLabel,
      metrics,
      logger,
    });
    this.#stage = new ImportStage({
      topic,
      limits: {
        firstDelayMs: 200,
        maxDelayMs: 5_000,
        firstTimeoutMs: settings.importTimeoutMs,
        maxTimeoutMs: settings.importTimeoutMaxMs,
      },
      client: this.#client,
      watcher: this.#watcher,
      deadLetters: this.#deadLetters,
      metricLog: this.#metricLog,
      metrics,
      logger,
      nudge: this.#nudge,
      traces:
        tracing &&
        new MessageTraces(tracing, topic, this.#addresses.importUrl.host),
      signal: this.#end.signal,
    });
    this.#importer = new Importer(this.#queue, this.#stage, {
      environment: settings.environmentLabel,
      maxSamples: settings.importMaxSamples,
    });
    this.#admin = new AdminConnection(kafka('gomon-aggregator-positions', 1));
    this.#reader = new Reader({
      consumerKafka: kafka('gomon-aggregator', 5),
      admin: this.#admin,
      settings: {
        topic,
        groupId,
        sessionTimeoutMs: settings.sessionTimeoutMs,
        fetchMaxBytes: settings.fetchMaxBytes,
        fetchMaxBytesPerPartition: Math.ceil(settings.fetchMaxBytes / 4),
      },
      assignment: this.#assignment,
      queue: this.#queue,
      metrics,
      logger,
    });
    this.#committer = new Committer({
      assignment: this.#assignment,
      commit: commits => this.#reader.commit(commits),
      intervalMs: settings.commitIntervalMs,
      metrics,
      logger,
    });
    this.#positionWatch = new PositionWatch({
      admin: this.#admin,
      topic,
      groupId,
      assignment: this.#assignment,
      onDisplaced: partition => this.#reader.doubt(partition),
      logger,
    });
    // A connection of its own: what fails here must not disturb the positions.
    this.#clusterWatch = new ClusterWatch(
      new AdminConnection(kafka('gomon-aggregator-cluster', 0)),
      logger,
    );
    addLiveMetrics(registry, this.#live());
  }

  start(): void {
    this.#watcher.start();
    this.#importing = this.#importer.run(this.#settings.importConcurrency);
    this.#reader.start();
    this.#committer.start();
    this.#positionWatch.start();
    this.#clusterWatch.start();
    this.#timer = setInterval(() => {
      this.#countSequences();
      this.assess();
    }, ASSESS_MS);
  }

  /**
   * Ends in order: stops fetching, finishes what is on its way while it may,
   * commits what is durable. What only waits for the window is sent again by
   * whoever takes over.
   */
  async stop(withinMs: number): Promise<void> {
    clearInterval(this.#timer);
    this.#positionWatch.stop();
    this.#committer.stop();
    this.#reader.hold();
    const hopeless = this.#stage.trouble ? HOPELESS_MS : withinMs;
    const limit = setTimeout(
      () => this.#abandon(),
      Math.min(hopeless, withinMs),
    );
    this.#queue.close();
    await this.#importing;
    clearTimeout(limit);
    if (!this.#watcher.failure) await this.#watcher.refresh();
    await this.#committer.commitNow();
    this.#abandon();
    this.#watcher.stop();
    await this.#reader.stop();
    await Promise.all([
      this.#deadLetters.close(),
      this.#metricLog.close(),
      this.#admin.close(),
      this.#clusterWatch.stop(),
      this.#client.close(),
    ]);
  }

  /** Says what keeps the service from its job now. */
  assess(): void {
    const { health } = this.#reader;
    const findings = assess({
      nowMs: Date.now(),
      kafka: {
        ...health,
        crash:
          health.crash === undefined
            ? undefined
            : {
                code: explainKafkaError(new Error(health.crash)).code,
                message: health.crash,
              },
      },
      watch: {
        failure: this.#watcher.failure,
        readOnly:
          this.#watcher.reading?.metrics.some(page => page.readOnly) ?? false,
      },
      importTrouble:
        this.#importer.inFlight > 0 ? this.#stage.trouble : undefined,
      deadLetterTrouble: this.#deadLetters.trouble,
      deadLetterTopic: this.#deadLetterTopic,
      database: this.#addresses.importUrl.host,
      queueFull: !this.#queue.hasRoom(),
    });
    const codes = new Set(findings.map(({ code }) => code));
    for (const code of this.#raised) {
      if (!codes.has(code)) {
        this.#readiness.clear(code);
        this.#raised.delete(code);
        this.#logger.info({ code }, 'able to do its job again');
      }
    }
    for (const { code, dependency, sentence } of findings) {
      if (!this.#raised.has(code)) this.#logger.error({ code }, sentence);
      this.#raised.add(code);
      this.#readiness.raise(code, dependency, sentence);
    }
  }

  get #deadLetterTopic(): string {
    return (
      this.#settings.deadLetterTopic ?? deadLetterTopic(this.#settings.topic)
    );
  }

  #onReading(reading: DatabaseReading, recovered: boolean): void {
    for (const state of this.#assignment.known) {
      if (state.ledger.isOutlivedBy(reading.incarnation)) {
        this.#logger.warn(
          {
            partition: state.partition,
            from: state.ledger.durableTo,
            to: state.position,
          },
          'VictoriaMetrics was restarted: what may be lost is sent again',
        );
        this.#metrics.rewinds.inc({ reason: 'database_restarted' });
        this.#reader.rewind(state);
      } else {
        state.ledger.advance(reading);
      }
    }
    for (const orphan of this.#assignment.orphans) {
      this.#followOrphan(orphan, reading);
    }
    if (recovered) this.#nudge.wake();
  }

  /** What was fetched of a topic that is gone cannot be sent again: what the database loses of it is lost. */
  #followOrphan(orphan: PartitionState, reading: DatabaseReading): void {
    if (!orphan.ledger.isOutlivedBy(reading.incarnation)) {
      orphan.ledger.advance(reading);
      return;
    }
    const messages = orphan.ledger.undurableMessages;
    this.#metrics.destroyed.inc({ reason: 'topic_recreated' }, messages);
    this.#logger.error(
      { partition: orphan.partition, messages },
      'VictoriaMetrics was restarted before records of a deleted topic were durable',
    );
    this.#assignment.abandon(orphan);
  }

  #countSequences(): void {
    for (const { sequences } of this.#assignment.known) {
      this.#metrics.sequences.add(sequences.tracker.drain(Date.now()));
    }
  }

  #abandon(): void {
    this.#end.abort();
    this.#nudge.wake();
  }

  #live() {
    const states = () => this.#assignment.known;
    const sum = (read: (state: PartitionState) => number) =>
      states().reduce((total, state) => total + read(state), 0);
    return {
      pendingMessages: () => sum(state => state.pendingMessages),
      undurableMessages: () => sum(state => state.ledger.undurableMessages),
      queuedBytes: () => this.#queue.bytes,
      inFlightBatches: () => this.#importer.inFlight,
      openRuns: () => sum(state => state.ledger.openEntries),
      partitions: () =>
        this.#assignment.placed.map(
          ({ partition, lag, ledger, committed }) => ({
            partition,
            lag,
            uncommitted: committed ? ledger.acceptedTo - committed.offset : 0,
          }),
        ),
      commitAgeSeconds: () => {
        const { dueSinceMs } = this.#committer;
        return dueSinceMs === undefined ? 0 : (Date.now() - dueSinceMs) / 1000;
      },
      trackedAgents: () => sum(state => state.sequences.tracker.agents),
      databaseInvalidRows: () => this.#database('invalidRows'),
      databaseIgnoredRows: () => this.#database('ignoredRows'),
      kafka: () => this.#clusterWatch.state,
    };
  }

  #database(field: 'invalidRows' | 'ignoredRows'): number | undefined {
    return this.#watcher.reading?.metrics.reduce(
      (sum, page) => sum + page[field],
      0,
    );
  }
}
