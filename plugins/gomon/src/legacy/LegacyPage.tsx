import { Content, Header, Page } from '@backstage/core-components';
import { useFormat } from '../format/useFormat';
import { PipelinesView } from '../overview/PipelinesView';

/** In the old system a page brings its own frame. */
export function LegacyPage() {
  const { t } = useFormat();
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <Content>
        <PipelinesView />
      </Content>
    </Page>
  );
}
