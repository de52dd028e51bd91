import { Link, Text } from '@backstage/ui';
import { Link as GivenLink } from '@gomon/plugin-gomon-common';
import { Command } from '../copy/Command';
import panel from '../entity/panel.module.css';
import { useFormat } from '../format/useFormat';
import { rangeLengths, RangeName } from '../range/range';
import { Place, Places } from './places';

/** The configuration that tells where a server is. */
const setups = {
  grafana: `grafana:
  domain: https://grafana.example.com`,
  kibana: `gomon:
  kibana:
    - url: http://kibana:5601
      publicUrl: https://kibana.example.com`,
};

/** Links that say where they lead and how far back they show; what to add where nobody has told where a server is. */
export function PlaceList(props: {
  found: Places;
  range: RangeName;
  /** Places that the backend knows. */
  links?: readonly GivenLink[];
}) {
  const { t, age } = useFormat();
  const { places, missing } = props.found;
  const span = age(rangeLengths[props.range] / 1000);
  const title = ({ kind, name }: Place) => t(`links.${kind}`, { name, span });
  return (
    <ul className={panel.list}>
      {[
        ...places.map(place => ({ url: place.url, title: title(place) })),
        ...(props.links ?? []),
      ].map(link => (
        <li key={link.url}>
          <Link href={link.url} target="_blank" rel="noopener">
            {link.title}
          </Link>
        </li>
      ))}
      {missing.map(server => (
        <li key={server}>
          <Text as="p" className={panel.hint}>
            {t(`links.missing.${server}`)}
          </Text>
          <Command text={setups[server]} />
        </li>
      ))}
    </ul>
  );
}
