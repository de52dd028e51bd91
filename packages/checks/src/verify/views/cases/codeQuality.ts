import { join } from 'node:path';
import {
  codeQualityFiles,
  readSecret,
  stackDirectories,
} from '@gomon/dev-stack';
import { codeQualityViews } from '@gomon/portal-browser';
import { breakProject, writeProject } from '../../quality/throwAway';
import { analyse } from '../../quality/verifyRed';
import { stackCommand } from '../stackCommand';
import type { ViewCase, ViewPlace } from '../viewCase';

const AGGREGATOR = '/catalog/default/component/gomon-aggregator';

/** Where the project stands that is analysed. */
const folderOf = ({ dir }: ViewPlace) => join(dir, 'project');

export const codeQuality: ViewCase = {
  name: 'code quality',
  part: 'sonarqube',
  views: codeQualityViews,
  tab: {
    name: 'SonarQube',
    path: `${AGGREGATOR}/sonarqube`,
    shows: 'Gate passed',
  },
  async settle(place) {
    await analyseProject(place, '1');
    await place.judge.stageIs('SonarQube', 'ok');
    await place.judge.says(AGGREGATOR, / passes gomon-quality-gate/);
  },
  faults: [
    {
      state: 'gate red',
      async make(place) {
        await breakProject(folderOf(place));
        await analyseProject(place, '2');
        await place.judge.stageIs('SonarQube', 'degraded');
        await place.judge.says(AGGREGATOR, / fails gomon-quality-gate/);
      },
      tabShows: 'Gate failed',
    },
    {
      state: 'SonarQube down',
      async make(place) {
        await stackCommand(place, 'kill', 'sonarqube');
        await place.judge.stageIs('SonarQube', 'down');
        await place.judge.says(AGGREGATOR, 'SonarQube does not answer.');
      },
    },
  ],
};

/** Has a small project analysed under the key that the catalog names. */
async function analyseProject(
  place: ViewPlace,
  version: '1' | '2',
): Promise<void> {
  const { dir, findings, stack } = place;
  const { token } = codeQualityFiles(stackDirectories(dir).state);
  const project = {
    url: stack.urls.sonarqube,
    token: (await readSecret(token))!,
    projectKey: 'gomon',
    folder: folderOf(place),
  };
  if (version === '1') await writeProject(project.folder);
  await analyse(project, version, findings);
}
