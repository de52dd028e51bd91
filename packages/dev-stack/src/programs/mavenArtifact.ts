import { installOnce } from './installOnce';
import { fetchByMaven } from './maven';

/** One file of the Maven registry. */
export interface MavenArtifact {
  /** The folder below `.gomon/programs`, with the version in it. */
  folder: string;
  /** What it is, in sentences: `Elasticsearch 8.19.21`. */
  title: string;
  /** `group:artifact:version[:packaging]`. */
  coordinates: string;
  /** Unpacks an archive instead of keeping it. */
  unpack?: boolean;
  /** What else can be done, after `or`: `put an Elasticsearch 8 on PATH`. */
  otherwise: string;
}

/**
 * Gets one file of the Maven registry once.
 *
 * @returns the folder that holds it
 * @throws Problem when there is no Maven, or the registry does not have it
 */
export function fetchMavenArtifact(artifact: MavenArtifact): Promise<string> {
  const { title, coordinates, otherwise } = artifact;
  return installOnce(artifact.folder, async draft => {
    await fetchByMaven({
      title,
      goal: artifact.unpack ? 'unpack' : 'copy',
      args: [
        `-Dartifact=${coordinates}`,
        `-DoutputDirectory=${draft}`,
        // Its marker files would otherwise lie in the current folder.
        `-DmarkersDirectory=${draft}/.markers`,
      ],
      cwd: draft,
      otherwise,
    });
  });
}
