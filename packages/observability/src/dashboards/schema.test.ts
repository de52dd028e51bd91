import { join } from 'node:path';
import { repositoryRoot } from '@gomon/dev-stack';
import ts from 'typescript';
import { dashboards } from './dashboards';

const FOLDER = join(repositoryRoot, 'packages/observability/src/dashboards');
// In JSON an enumeration is its value.
const TYPES = `import type { Dashboard } from '@grafana/schema';
  type Json<T> = T extends string ? \`\${T}\` : T extends object ? { [K in keyof T]: Json<T[K]> } : T;`;

/** What the schema's own types say about dashboards, as their JSON stands in files. */
function complaintsAbout(texts: Record<string, unknown>): string[][] {
  const emitted = new Map(
    Object.entries(texts).map(([name, content]) => [
      join(FOLDER, `${name}.ts`),
      `${TYPES} export const ${name}: Json<Dashboard>[] = ${JSON.stringify(
        content,
      )};`,
    ]),
  );
  const options: ts.CompilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = path => emitted.has(path) || fileExists(path);
  host.readFile = path => emitted.get(path) ?? readFile(path);
  const program = ts.createProgram([...emitted.keys()], options, host);
  return [...emitted.keys()].map(path =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) =>
        ts.flattenDiagnosticMessageText(messageText, ' '),
      ),
  );
}

it('writes dashboards that are what the schema of Grafana says', () => {
  const right = Object.values(dashboards);
  const unknownField = [{ ...dashboards.fleet, colour: 'blue' }];
  const unknownValue = [{ ...dashboards.fleet, graphTooltip: 7 }];
  const [none, field, value] = complaintsAbout({
    right,
    unknownField,
    unknownValue,
  });
  expect(none).toEqual([]);
  // What the schema does not know it refuses, or an empty list would say nothing.
  expect(field.join()).toContain('colour');
  expect(value.join()).toContain("'7'");
}, 120_000);
