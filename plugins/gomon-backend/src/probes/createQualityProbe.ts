import { RootConfigService } from '@backstage/backend-plugin-api';
import { Probe } from '@gomon/plugin-gomon-node';
import { GomonConfig } from '../config/schema';
import { QualityReader } from '../quality/QualityReader';
import { REQUEST_SHARE } from './createProbes';
import { readSonarqubeInstances } from './sonarqube/instances';
import { ProjectReader } from './sonarqube/ProjectReader';
import { SonarqubeProbe } from './sonarqube/SonarqubeProbe';

/** The probe of SonarQube, and the reader of its verdicts: they read the servers that the community's plugin is configured for. */
export function createQualityProbe(
  config: GomonConfig,
  root: RootConfigService,
): { probe: Probe; reader: QualityReader } {
  const timeoutMs = Math.round(config.engine.timeLimit * REQUEST_SHARE);
  const instances = readSonarqubeInstances(root);
  const projects = () => new ProjectReader(instances, timeoutMs);
  return {
    probe: new SonarqubeProbe(projects(), instances),
    reader: new QualityReader(projects()),
  };
}
