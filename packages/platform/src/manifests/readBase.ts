import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, parse } from 'yaml';
import type { KubernetesObject } from './object';

/** An object, and the file that it stands in. */
export interface ManifestObject {
  file: string;
  object: KubernetesObject;
}

/**
 * The objects that a kustomization and those below it list as resources, as they stand in their files: without what
 * kustomize generates and patches. It needs no program, so that the contract is checked everywhere.
 */
export function readBase(folder: string): ManifestObject[] {
  const kustomization = parse(
    readFileSync(join(folder, 'kustomization.yaml'), 'utf8'),
  ) as { resources?: string[] };
  return (kustomization.resources ?? []).flatMap(entry => {
    const path = join(folder, entry);
    if (!existsSync(path)) {
      throw new Error(
        `${folder}/kustomization.yaml names ${entry}, which is not there`,
      );
    }
    return statSync(path).isDirectory() ? readBase(path) : readManifest(path);
  });
}

function readManifest(file: string): ManifestObject[] {
  return parseObjects(readFileSync(file, 'utf8'), file).map(object => ({
    file,
    object,
  }));
}

/** The objects of a text with one or several documents. */
export function parseObjects(text: string, file: string): KubernetesObject[] {
  return parseAllDocuments(text, { uniqueKeys: true })
    .filter(document => document.contents !== null)
    .map(document => {
      if (document.errors.length > 0) {
        throw new Error(`${file}: ${document.errors[0].message}`);
      }
      return document.toJS() as KubernetesObject;
    });
}
