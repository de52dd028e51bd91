import { editLegacyApp } from './legacyApp';

const readme = `
\`\`\`tsx
import Icon from 'icons';
import { Card, Page, SystemCard, isOf } from '@x/y/legacy';

// App.tsx
<Route path="/x" element={<Page />} />;

// Root.tsx
<SidebarItem icon={Icon} to="x" />;

// EntityPage.tsx
<EntityLayout.Route path="/a" if={isOf}>
  <A />
</EntityLayout.Route>;
<EntityLayout.Route path="/b" if={isOf}>
  <B />
</EntityLayout.Route>;
<EntitySwitch>
  <Card />
</EntitySwitch>;
// In the page of systems:
<SystemCard />;
\`\`\`
`;

const ENTITY_PAGE = `
const overviewContent = (
  <Grid container>
    <Grid item>
      <About />
    </Grid>
  </Grid>
);

const servicePage = (
  <EntityLayout>
    <EntityLayout.Route path="/">{overviewContent}</EntityLayout.Route>
  </EntityLayout>
);

const systemPage = (
  <EntityLayout>
    <EntityLayout.Route path="/">
      <Grid container>
        <Grid item>
          <About />
        </Grid>
      </Grid>
    </EntityLayout.Route>
  </EntityLayout>
);
`;

describe('a portal on the old frontend system', () => {
  it('gets the route of the page, and imports no more than that', () => {
    const text = '<FlatRoutes>\n</FlatRoutes>';
    expect(editLegacyApp.app(text, readme)).toBe(
      `import { Page } from '@x/y/legacy';\n<FlatRoutes>\n<Route path="/x" element={<Page />} />\n</FlatRoutes>`,
    );
  });

  it('gets the item of the sidebar', () => {
    const text = '<SidebarScrollWrapper></SidebarScrollWrapper>';
    expect(editLegacyApp.root(text, readme)).toBe(
      `import Icon from 'icons';\n<SidebarScrollWrapper><SidebarItem icon={Icon} to="x" />\n</SidebarScrollWrapper>`,
    );
  });

  it('gets every tab on every page of an entity', () => {
    const page = editLegacyApp.entityPage(ENTITY_PAGE, readme);
    const layouts = page.split('<EntityLayout>').slice(1);
    expect(layouts).toHaveLength(2);
    for (const layout of layouts) {
      expect(layout).toMatch(/path="\/a"[\s\S]*path="\/b"[\s\S]*<\/EntityLa/);
    }
    expect(page).toMatch(/^import \{ Card, SystemCard, isOf \} from/);
  });

  it('gets the cards of systems on their page, and the others on the overview', () => {
    const page = editLegacyApp.entityPage(ENTITY_PAGE, readme);
    const [, overview, service, system] = page.split(/^const /m);
    expect(overview).toMatch(
      /<\/Grid>\n {2}<Grid item md=\{6\}>\n<EntitySwitch>\n {2}<Card \/>\n<\/EntitySwitch>\n<\/Grid>\n<\/Grid>\n\);/,
    );
    expect(overview).not.toContain('SystemCard');
    expect(service).not.toContain('<Grid');
    expect(system).toMatch(/<Grid item md=\{6\}>\n<SystemCard \/>\n<\/Grid>/);
    expect(page).not.toContain('page of systems');
  });

  it('is not given anything for which it has no place', () => {
    expect(() => editLegacyApp.app('', readme)).toThrow('</FlatRoutes>');
    expect(() => editLegacyApp.entityPage('</EntityLayout>', readme)).toThrow(
      'overviewContent',
    );
  });
});
