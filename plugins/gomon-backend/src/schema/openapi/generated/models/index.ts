//

export * from '../models/Action.model';
export * from '../models/Cause.model';
export * from '../models/Check.model';
export * from '../models/EntityHealth.model';
export * from '../models/EntityHistory.model';
export * from '../models/EntitySummary.model';
export * from '../models/EntitySummaryPage.model';
export * from '../models/ErrorBody.model';
export * from '../models/ErrorBodyError.model';
export * from '../models/ErrorBodyResponse.model';
export * from '../models/EventPage.model';
export * from '../models/Figure.model';
export * from '../models/HealthEvent.model';
export * from '../models/Host.model';
export * from '../models/HostPage.model';
export * from '../models/Link.model';
export * from '../models/PageInfo.model';
export * from '../models/Pipeline.model';
export * from '../models/PipelineEdge.model';
export * from '../models/PipelineList.model';
export * from '../models/PipelineStage.model';
export * from '../models/Series.model';
export * from '../models/SeriesSet.model';
export * from '../models/StageRole.model';
export * from '../models/Status.model';
