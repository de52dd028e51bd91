import { Content } from '@backstage/core-components';
import { CustomHomepageGrid } from '@backstage/plugin-home';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { useBreakpoint } from '@backstage/ui';
import { Fragment, useMemo } from 'react';
import { useGridInPlace } from './useGridInPlace';

/** Of one row of the grid, in pixels. Where a line holds fewer words, a widget needs more of them: its rows are taller. */
const ROW_HEIGHT = { wide: 60, narrow: 100 };

/** The grid that people lay out for themselves, as the home plugin has it but for the height of its rows. */
export function HomeLayout({ widgets, defaultConfig }: HomePageLayoutProps) {
  const { down } = useBreakpoint();
  const place = useGridInPlace();
  const config = useMemo(
    () =>
      defaultConfig?.map(({ column: x, row: y, ...item }) => ({
        ...item,
        x,
        y,
      })),
    [defaultConfig],
  );
  return (
    <Content>
      <div ref={place}>
        <CustomHomepageGrid
          config={config}
          rowHeight={down('sm') ? ROW_HEIGHT.narrow : ROW_HEIGHT.wide}
        >
          {widgets.map(({ component, name }) => (
            <Fragment key={name}>{component}</Fragment>
          ))}
        </CustomHomepageGrid>
      </div>
    </Content>
  );
}
