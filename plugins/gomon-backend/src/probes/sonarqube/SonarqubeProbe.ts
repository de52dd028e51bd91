import { ProjectQuality } from '@gomon/plugin-gomon-common';
import {
  CheckReport,
  Component,
  ComponentReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { LookError } from '../LookError';
import { lookFailed } from '../lookFailed';
import { neighbour } from '../neighbour';
import { notConfigured } from '../notConfigured';
import { ProjectKey, projectsOf, setup, SonarqubeInstance } from './instances';
import { projectChecks, projectFigures } from './projectChecks';
import { ProjectReader } from './ProjectReader';
import { ProjectNotFound } from './SonarqubeClient';
import { healthCheck, systemCheck } from './systemChecks';

/** SonarQube itself, and the quality gate of the projects that its component names. */
export class SonarqubeProbe implements Probe {
  readonly id = 'sonarqube';
  readonly stages = ['code-quality'];

  constructor(
    private readonly reader: ProjectReader,
    private readonly instances: readonly SonarqubeInstance[],
  ) {}

  async look(context: ProbeContext) {
    const components = await Promise.all(
      context.components.map(component => this.#lookAt(component, context)),
    );
    return { components };
  }

  async #lookAt(
    component: Component,
    context: ProbeContext,
  ): Promise<ComponentReport> {
    const { entityRef, title } = component;
    const projects = projectsOf(component);
    const instance = projects[0]
      ? this.reader.instanceOf(projects[0])
      : this.instances[0];
    if (!instance) {
      return { entityRef, checks: [notConfigured(this.id, title, setup)] };
    }
    try {
      const client = this.reader.clientOf(instance);
      const [system, health] = await Promise.all([
        client.status(context.signal),
        // What its own health is, only an administrator's token may see; what fails is told by the other questions.
        client.health(context.signal).catch(() => undefined),
      ]);
      if (system.status !== 'UP') {
        return { entityRef, checks: [systemCheck(title, system)] };
      }
      const read = await Promise.all(
        projects.map(project =>
          this.#project(project, projects.length, context),
        ),
      );
      return {
        entityRef,
        checks: [
          systemCheck(title, system),
          ...(health ? [healthCheck(title, health)] : []),
          ...read.flatMap(({ checks }) => checks),
        ],
        figures: read[0]?.quality ? projectFigures(read[0].quality) : [],
      };
    } catch (error) {
      return {
        entityRef,
        checks: [failedCheck(component, error, context)],
      };
    }
  }

  async #project(
    project: ProjectKey,
    count: number,
    { now, signal }: ProbeContext,
  ): Promise<Read> {
    const instance = this.reader.instanceOf(project);
    if (!instance) {
      const { asked } = project;
      return { checks: [notConfigured(this.id, asked, setup)] };
    }
    try {
      const quality = await this.reader.read(project, instance, now, signal);
      return { quality, checks: projectChecks(quality, count === 1, now) };
    } catch (error) {
      if (!(error instanceof ProjectNotFound)) throw error;
      return { checks: [missingCheck(project)] };
    }
  }
}

interface Read {
  quality?: ProjectQuality;
  checks: CheckReport[];
}

function missingCheck({ asked, key }: ProjectKey): CheckReport {
  return {
    id: `sonarqube.${asked}.project`,
    title: `Project ${asked}`,
    status: 'unknown',
    failure: 'own',
    hindersFlow: false,
    sentence: `SonarQube has no project ${key}, or gomon may not see it.`,
    action: {
      text: 'Mend the annotation sonarqube.org/project-key, or analyse the project for the first time.',
      command: 'yarn quality',
    },
  };
}

/** A server that refuses or is gone is its own failure; one that answers with errors may be blocked by its database. */
function failedCheck(
  component: Component,
  error: unknown,
  { topology }: ProbeContext,
): CheckReport {
  const { status, reason } = LookError.from(error);
  const check: CheckReport = {
    ...lookFailed('sonarqube.system', 'System', component.title, error),
    hindersFlow: true,
    meaning:
      'What runs goes on running; code is not analysed, and the last verdicts cannot be seen.',
  };
  if (status === 'unauthorised') {
    return {
      ...check,
      hindersFlow: false,
      meaning: 'The verdicts cannot be seen; they still hold.',
      action: {
        text: 'Make a new token of a user that may browse the projects (My Account, Security) and put it where sonarqube.instances[].apiKey of the portal points to.',
      },
    };
  }
  const database = neighbour(component, 'database', topology);
  const isBlocked =
    database && (reason.includes('HTTP 5') || reason === 'no answer in time');
  return isBlocked
    ? { ...check, failure: 'blocked', explainedBy: database.entityRef }
    : check;
}
