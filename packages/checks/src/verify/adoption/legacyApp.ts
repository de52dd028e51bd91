import { blocksOf, linesFor } from './readme';

/** Puts what the README says about the old frontend system where a person would. */
export const editLegacyApp = {
  /** @param readme - of the frontend plugin */
  app(text: string, readme: string): string {
    const [route] = statements(readme, 'App.tsx');
    return importsOf(readme) + text.replace('</FlatRoutes>', `${route}\n$&`);
  },

  entityPage(text: string, readme: string): string {
    const [tab, ...cards] = statements(readme, 'EntityPage.tsx');
    return (
      importsOf(readme) +
      text
        .replaceAll('</EntityLayout>', `${tab}\n$&`)
        // The cards of systems belong into the page of systems; the others into the overview.
        .replace(
          /(const overviewContent = \([\s\S]*?)(<\/Grid>\n\);)/,
          (_, content, end) =>
            `${content}${gridItems(cards.slice(0, -1))}${end}`,
        )
    );
  },
};

function importsOf(readme: string): string {
  const [block] = blocksOf(readme, 'tsx');
  return block.slice(0, block.indexOf('// App.tsx'));
}

/** Elements that stand as statements, without the semicolon at their end. */
function statements(readme: string, file: string): string[] {
  return linesFor(readme, 'tsx', file)
    .split(/;$/m)
    .map(text => text.replace(/^\s*\/\/.*$/gm, '').trim())
    .filter(Boolean);
}

function gridItems(cards: string[]): string {
  return cards.map(card => `<Grid item md={6}>${card}</Grid>\n`).join('');
}
