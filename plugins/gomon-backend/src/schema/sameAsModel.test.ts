import type * as model from '@gomon/plugin-gomon-common';
import type * as document from './openapi/generated/models';

/** The properties of a type, and which of them may be missing. */
type Shape<T> = {
  [K in keyof T]-?: undefined extends T[K] ? 'may be missing' : 'is there';
};

/** `true` where two types take in each other. */
type Equal<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/**
 * `true` where the document promises exactly the properties of the model, and every value of the model keeps the promise. The
 * other way round it cannot be asked of each value: the document knows no pairs, so that a point is any list there.
 */
type Promised<Document, Model> = Model extends Document
  ? Equal<Shape<Document>, Shape<Model>>
  : false;

/** Compiles only while the document and the model of gomon-common say the same: this is the test. */
const same: {
  Action: Promised<document.Action, model.Action>;
  Cause: Promised<document.Cause, model.Cause>;
  Check: Promised<document.Check, model.Check>;
  CheckFailure: Equal<document.CheckFailureEnum, model.FailureKind>;
  DeployedRevision: Promised<document.DeployedRevision, model.DeployedRevision>;
  Deployment: Promised<document.Deployment, model.Deployment>;
  DeploymentHealth: Equal<
    document.DeploymentHealthEnum,
    model.DeploymentHealth
  >;
  DeploymentsStatus: Equal<
    document.EntityDeploymentsStatusEnum,
    model.DeploymentsStatus
  >;
  DoctorFinding: Promised<document.DoctorFinding, model.DoctorFinding>;
  EntityDeployments: Promised<
    document.EntityDeployments,
    model.EntityDeployments
  >;
  EntityHealth: Promised<document.EntityHealth, model.EntityHealth>;
  EntityHistory: Promised<document.EntityHistory, model.EntityHistory>;
  EntityQuality: Promised<document.EntityQuality, model.EntityQuality>;
  EntitySummary: Promised<document.EntitySummary, model.EntitySummary>;
  EventPage: Promised<document.EventPage, model.Page<model.HealthEvent>>;
  Figure: Promised<document.Figure, model.Figure>;
  GateCondition: Promised<document.GateCondition, model.GateCondition>;
  HealthEvent: Promised<document.HealthEvent, model.HealthEvent>;
  Host: Promised<document.Host, model.Host>;
  HostPage: Promised<document.HostPage, model.HostPage>;
  HostTrend: Promised<document.HostTrend, model.HostTrend>;
  Link: Promised<document.Link, model.Link>;
  LogHistogram: Promised<document.LogHistogram, model.LogPage['histogram']>;
  LogLine: Promised<document.LogLine, model.LogLine>;
  LogPage: Promised<document.LogPage, model.LogPage>;
  Pipeline: Promised<document.Pipeline, model.Pipeline>;
  PipelineEdge: Promised<document.PipelineEdge, model.PipelineEdge>;
  PipelineName: Equal<document.PipelineNameEnum, model.PipelineName>;
  PipelineStage: Promised<document.PipelineStage, model.PipelineStage>;
  ProjectQuality: Promised<document.ProjectQuality, model.ProjectQuality>;
  QualityMeasure: Promised<document.QualityMeasure, model.QualityMeasure>;
  Series: Promised<document.Series, model.Series>;
  SeriesSet: Promised<document.SeriesSet, model.SeriesSet>;
  Silence: Promised<document.Silence, model.Silence>;
  SilenceKind: Equal<document.SilenceKind, model.SilenceKind>;
  StageRole: Equal<document.StageRole, model.StageRole>;
  Status: Equal<document.Status, model.Status>;
  SyncStatus: Equal<document.DeploymentSyncEnum, model.SyncStatus>;
  Unit: Equal<document.Unit, model.Unit>;
} = {
  Action: true,
  Cause: true,
  Check: true,
  CheckFailure: true,
  DeployedRevision: true,
  Deployment: true,
  DeploymentHealth: true,
  DeploymentsStatus: true,
  DoctorFinding: true,
  EntityDeployments: true,
  EntityHealth: true,
  EntityHistory: true,
  EntityQuality: true,
  EntitySummary: true,
  EventPage: true,
  Figure: true,
  GateCondition: true,
  HealthEvent: true,
  Host: true,
  HostPage: true,
  HostTrend: true,
  Link: true,
  LogHistogram: true,
  LogLine: true,
  LogPage: true,
  Pipeline: true,
  PipelineEdge: true,
  PipelineName: true,
  PipelineStage: true,
  ProjectQuality: true,
  QualityMeasure: true,
  Series: true,
  SeriesSet: true,
  Silence: true,
  SilenceKind: true,
  StageRole: true,
  Status: true,
  SyncStatus: true,
  Unit: true,
};

it('has the types of the model in the document', () => {
  expect(Object.values(same)).not.toContain(false);
});
