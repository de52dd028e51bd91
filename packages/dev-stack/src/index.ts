/**
 * Brings real servers up for development and for tests.
 *
 * @packageDocumentation
 */
export type { Component, ExitListener } from './component';
export { createVmalert } from './alerts/createVmalert';
export type { Vmalert, VmalertOptions } from './alerts/createVmalert';
export { createElasticsearch } from './elasticsearch/createElasticsearch';
export type {
  Elasticsearch,
  ElasticsearchOptions,
} from './elasticsearch/createElasticsearch';
export { createKafka } from './kafka/createKafka';
export type { KafkaCluster, KafkaOptions } from './kafka/createKafka';
export type { KafkaListener } from './kafka/serverProperties';
export { gomonTopics } from './kafka/topics';
export type { Topic } from './kafka/topics';
export { createControlPlane } from './kubernetes/createControlPlane';
export type {
  ControlPlane,
  ControlPlaneOptions,
} from './kubernetes/createControlPlane';
export { findControlPlane } from './kubernetes/programs';
export type { ControlPlanePrograms } from './kubernetes/programs';
export { createReadOnlyProxy } from './kubernetes/createReadOnlyProxy';
export type { ReadOnlyProxyOptions } from './kubernetes/createReadOnlyProxy';
export { findGoProgram } from './programs/goProgram';
export type { GoProgram } from './programs/goProgram';
export { installOnce } from './programs/installOnce';
export { createLogShipper } from './logs/createLogShipper';
export type { LogShipper, LogShipperOptions } from './logs/createLogShipper';
export { setUpElasticsearch } from './logs/setUpElasticsearch';
export { freePort } from './ports';
export { alertsPortalSettings } from './portal/alertsPortalSettings';
export { logsPortalSettings } from './portal/logsPortalSettings';
export { buildFrontend } from './portal/buildFrontend';
export { createPostgres } from './postgres/createPostgres';
export type { Postgres, PostgresOptions } from './postgres/createPostgres';
export { createPortalBackend } from './portal/createPortalBackend';
export type { PortalBackendOptions } from './portal/createPortalBackend';
export { kubernetesPortalSettings } from './portal/kubernetesPortalSettings';
export type { PortalCluster } from './portal/kubernetesPortalSettings';
export {
  leftOf,
  outputOf,
  processesOf,
  runCommand,
} from './cli/commandProcess';
export type { CommandProcess } from './cli/commandProcess';
export { askRunningStack } from './control/runningStack';
export { main } from './cli/main';
export { listenForShutdown } from './cli/shutdown';
export { repositoryRoot, stackDirectories } from './directories';
export { Problem, sentenceOf } from './problem';
export { lastLine, run } from './processes/run';
export { spawnGuarded } from './processes/spawnGuarded';
export type { Command, GuardedProcess } from './processes/spawnGuarded';
export { waitUntil } from './processes/wait';
export { onPath } from './programs/onPath';
export { findPromtool } from './programs/promtool';
export { findVmalert } from './programs/victoriaMetricsProgram';
export { findPostgresPrograms } from './programs/postgresPrograms';
export { findJRuby, findRuby } from './programs/ruby';
export type { Ruby } from './programs/ruby';
export { codeQualityFiles } from './sonarqube/codeQualityFiles';
export type { CodeQualityFiles } from './sonarqube/codeQualityFiles';
export { createCodeQuality } from './sonarqube/createCodeQuality';
export type {
  CodeQuality,
  CodeQualityOptions,
} from './sonarqube/createCodeQuality';
export { createSonarqube } from './sonarqube/createSonarqube';
export type { Sonarqube, SonarqubeOptions } from './sonarqube/createSonarqube';
export { ensureSecret, readSecret, writeSecret } from './state/secret';
export { createService } from './service/createService';
export type { Service, ServiceOptions } from './service/createService';
export { SERVICE_COVERAGE_FOLDER } from './service/program';
export type { StackUrls } from './stack/part';
export { startStack } from './stack/startStack';
export type { RunningStack, StartStackOptions } from './stack/startStack';
export type { ScrapeTargets } from './victoriaMetrics/scrapeConfig';
export { createVictoriaMetrics } from './victoriaMetrics/createVictoriaMetrics';
export type {
  VictoriaMetrics,
  VictoriaMetricsOptions,
} from './victoriaMetrics/createVictoriaMetrics';
