import { blocksOf, linesFor } from './readme';

/** Puts what the README of the frontend plugin says about the old frontend system where a person would. */
export const editLegacyApp = {
  app(text: string, readme: string): string {
    const route = linesOf(elements(readme, 'App.tsx'));
    return importsFor(route, readme) + before('</FlatRoutes>', route, text);
  },

  root(text: string, readme: string): string {
    const item = linesOf(elements(readme, 'Root.tsx'));
    return (
      importsFor(item, readme) + before('</SidebarScrollWrapper>', item, text)
    );
  },

  entityPage(text: string, readme: string): string {
    const all = elements(readme, 'EntityPage.tsx');
    const tabs = linesOf(all.filter(isTab));
    const cards = all.filter(element => !isTab(element));
    const ofSystems = cards.filter(({ note }) => /systems/.test(note));
    const ofOthers = cards.filter(card => !ofSystems.includes(card));
    const edits: ((page: string) => string)[] = [
      page => before('</EntityLayout>', tabs, page),
      page => intoFirstGrid('overviewContent', ofOthers, page),
      page => intoFirstGrid('systemPage', ofSystems, page),
    ];
    return (
      importsFor(linesOf(all), readme) +
      edits.reduce((page, edit) => edit(page), text)
    );
  },
};

/** An element of an example. */
interface Element {
  code: string;
  /** The comment in front of it. */
  note: string;
}

/** The elements that the README has stand as statements in a file, without the semicolons at their ends. */
function elements(readme: string, file: string): Element[] {
  return linesFor(readme, 'tsx', file)
    .split(/;$/m)
    .map(text => ({
      code: text.replace(/^\s*\/\/.*$/gm, '').trim(),
      note: /^\s*\/\/(.*)$/m.exec(text)?.[1] ?? '',
    }))
    .filter(({ code }) => code);
}

function isTab({ code }: Element): boolean {
  return code.startsWith('<EntityLayout.Route');
}

function linesOf(all: Element[]): string {
  return all.map(({ code }) => `${code}\n`).join('');
}

/** The imports of the example, of what the code uses of them. */
function importsFor(code: string, readme: string): string {
  const [block] = blocksOf(readme, 'tsx');
  const imports = block.matchAll(/^import (\{[^}]*\}|\w+) from ('.*');$/gm);
  return [...imports]
    .map(([, what, from]) => {
      const names = (what.match(/\w+/g) ?? []).filter(name =>
        new RegExp(`\\b${name}\\b`).test(code),
      );
      if (names.length === 0) return '';
      const list = names.join(', ');
      return `import ${
        what.startsWith('{') ? `{ ${list} }` : list
      } from ${from};\n`;
    })
    .join('');
}

function before(end: string, lines: string, text: string): string {
  if (!text.includes(end)) throw new Error(`There is no ${end}`);
  return text.replaceAll(end, () => lines + end);
}

/** Into the grid of cards with which the constant's element begins. */
function intoFirstGrid(name: string, cards: Element[], text: string): string {
  const start = text.indexOf(`const ${name} = (`);
  // The items of the grid close further in than the grid itself.
  const grid = /^( *)<Grid container[\s\S]*?^\1(?=<\/Grid>)/m.exec(
    text.slice(start),
  );
  if (start < 0 || !grid) throw new Error(`There is no grid in ${name}`);
  const end = start + grid.index + grid[0].length;
  const items = cards.map(
    ({ code }) => `<Grid item md={6}>\n${code}\n</Grid>\n`,
  );
  return text.slice(0, end) + items.join('') + text.slice(end);
}
