import { ReactNode } from 'react';
import { useFormat } from '../format/useFormat';
import styles from './Headline.module.css';
import { HeadlineItem } from './headlineFigures';

/** The figures that calm or alarm: produced, stored, lost, oldest waiting, hosts. */
export function Headline(props: { items: readonly HeadlineItem[] }) {
  const { t, figure: format, moment } = useFormat();
  return (
    <dl className={styles.headline} aria-label={t('headline.region')}>
      {props.items.map(item => {
        if ('unseen' in item) {
          return (
            <Entry key={item.unseen} label={t(`headline.${item.unseen}`)}>
              <dd>{t('status.unknown')}</dd>
              <dd className={styles.reason}>{item.reason}</dd>
            </Entry>
          );
        }
        const { figure, whole } = item;
        return (
          <Entry
            key={figure.id}
            label={whole ? whole.label : figure.label}
            isAlarming={item.isAlarming}
          >
            <dd title={moment(figure.observedAt)}>
              {whole
                ? t('headline.of', {
                    part: format(figure),
                    whole: format(whole),
                  })
                : format(figure)}
            </dd>
          </Entry>
        );
      })}
    </dl>
  );
}

function Entry(props: {
  label: string;
  isAlarming?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      className={styles.figure}
      data-alarming={props.isAlarming || undefined}
    >
      <dt>{props.label}</dt>
      {props.children}
    </div>
  );
}
