import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useFormat } from '../format/useFormat';
import { HostsRoutes } from '../hosts/HostsPage';
import { PipelinesView } from '../overview/PipelinesView';
import { SetupView } from '../setup/SetupView';
import { TimelineView } from '../timeline/TimelineView';

/** In the old system a page brings its own frame and tabs. */
export function LegacyPage() {
  const { t } = useFormat();
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <TabbedLayout>
        <TabbedLayout.Route path="/pipelines" title={t('page.pipelines')}>
          <PipelinesView />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/hosts" title={t('page.hosts')}>
          <HostsRoutes />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/timeline" title={t('page.timeline')}>
          <TimelineView />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/setup" title={t('page.setup')}>
          <SetupView />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
