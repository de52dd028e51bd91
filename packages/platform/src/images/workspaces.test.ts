import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@gomon/dev-stack';

interface Workspace {
  folder: string;
  dependencies: string[];
}

const workspaces = new Map<string, Workspace>(
  ['packages', 'plugins', 'services']
    .flatMap(group =>
      readdirSync(join(repositoryRoot, group)).map(name =>
        join(repositoryRoot, group, name),
      ),
    )
    .map(folder => {
      const text = readFileSync(join(folder, 'package.json'), 'utf8');
      const { name, dependencies = {} } = JSON.parse(text);
      return [name, { folder, dependencies: Object.keys(dependencies) }];
    }),
);

/** The workspaces that the sources of this one import; its tests are in no bundle. */
function imported({ folder }: Workspace): string[] {
  const sources = readdirSync(join(folder, 'src'), { recursive: true })
    .map(String)
    .filter(file => /(?<!\.test)\.ts$/.test(file));
  const text = sources
    .map(file => readFileSync(join(folder, 'src', file), 'utf8'))
    .join('\n');
  return [...text.matchAll(/ from '(@gomon\/[\w-]+)/g)].map(([, own]) => own);
}

/** A workspace and all that it is bundled with. */
function withDependencies(name: string): string[] {
  const { dependencies } = workspaces.get(name)!;
  const own = dependencies.filter(dependency => workspaces.has(dependency));
  return [...new Set([name, ...own.flatMap(withDependencies)])];
}

// `yarn workspaces focus` installs what is declared; the whole installation of a developer has every workspace.
describe.each([
  '@gomon/agent',
  '@gomon/aggregator',
  '@gomon/elasticsearch-setup',
])('the bundle of %s', bundle => {
  it.each(withDependencies(bundle))(
    'finds in its image every workspace that %s imports',
    name => {
      const workspace = workspaces.get(name)!;
      const missing = imported(workspace).filter(
        own => own !== name && !workspace.dependencies.includes(own),
      );
      expect(missing).toEqual([]);
    },
  );
});
