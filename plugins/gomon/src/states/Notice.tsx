import { Card, Flex, Text } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './Notice.module.css';

/** A state in words of its own: what is so, what to do next. */
export function Notice(props: {
  title: string;
  hint?: string;
  tone?: 'neutral' | 'warning';
  /** Announced as it appears. */
  announce?: boolean;
  children?: ReactNode;
}) {
  return (
    // Without a CardBody: where a card holds the notice, that card's header would take the upper padding from it.
    <Card className={styles.notice} data-tone={props.tone ?? 'neutral'}>
      <Flex direction="column" gap="2">
        <div role={props.announce ? 'status' : undefined}>
          <Text as="p" variant="title-x-small" className={styles.title}>
            {props.title}
          </Text>
          {props.hint && (
            <Text as="p" variant="body-medium" className={styles.hint}>
              {props.hint}
            </Text>
          )}
        </div>
        {props.children}
      </Flex>
    </Card>
  );
}
