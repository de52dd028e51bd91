import { EntityQuality, ProjectQuality } from '@gomon/plugin-gomon-common';
import { Topology } from '@gomon/plugin-gomon-node';
import { projectsOf } from '../probes/sonarqube/instances';
import { ProjectReader } from '../probes/sonarqube/ProjectReader';

/** Reads from SonarQube the projects that components name; a project that several name is asked once. */
export class QualityReader {
  constructor(private readonly projects: Pick<ProjectReader, 'tryRead'>) {}

  /** One entry a component with the annotation of a project. */
  async read(
    { components }: Topology,
    now: Date,
    signal: AbortSignal,
  ): Promise<EntityQuality[]> {
    const asked = new Map<string, Promise<ProjectQuality>>();
    const found: EntityQuality[] = [];
    for (const component of components) {
      const named = projectsOf(component);
      if (named.length === 0) continue;
      const projects: ProjectQuality[] = [];
      for (const project of named) {
        const answer =
          asked.get(project.asked) ??
          this.projects.tryRead(project, now, signal);
        asked.set(project.asked, answer);
        projects.push(await answer);
      }
      found.push({
        entityRef: component.entityRef,
        status: 'read',
        projects,
        observedAt: now.toISOString(),
      });
    }
    return found;
  }
}
