import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { gomonApiRef } from '../api/GomonApi';
import { Age } from '../format/Age';
import { useFormat } from '../format/useFormat';
import { useLive } from '../live/useLive';
import { Headline } from '../overview/Headline';
import { toHeadline } from '../overview/headlineFigures';
import { Placeholder } from '../states/Placeholder';
import { StatusLine } from '../status/StatusLine';

/** How a host is now. Says nothing where the list of hosts does not answer: the charts below say why. */
export function HostSummary(props: { instance: string; environment?: string }) {
  const { instance, environment } = props;
  const { t } = useFormat();
  const api = useApi(gomonApiRef);
  const { value, problem } = useLive(
    `host ${instance} ${environment}`,
    async signal => {
      // The backend searches for parts of names; a name is found before longer ones that hold it.
      const { items } = await api.getHosts(
        { search: instance, environment, sort: 'name', limit: 500 },
        { signal },
      );
      return { host: items.find(host => host.instance === instance) };
    },
  );
  if (!value) return problem ? null : <Placeholder height="4rem" />;
  const { host } = value;
  if (!host) return null;
  return (
    <>
      <Text as="p">
        <StatusLine status={host.status} /> {host.sentence}{' '}
        {host.lastSampleAt && (
          <Age at={host.lastSampleAt}>
            {span => t('hosts.newest', { span })}
          </Age>
        )}
      </Text>
      {host.figures.length > 0 && <Headline items={toHeadline(host.figures)} />}
    </>
  );
}
