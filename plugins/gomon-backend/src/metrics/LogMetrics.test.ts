import { MetricsServiceObservableCallback } from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { Figure } from '@gomon/plugin-gomon-common';
import { Snapshot } from '../engine/StateStore';
import { LogMetrics } from './LogMetrics';

const ELASTICSEARCH = 'resource:default/elasticsearch';
const FILEBEAT = 'component:default/filebeat';
const NEWEST = 'gomon.logs.newest_document.timestamp_seconds';
const WAITING = 'gomon.logs.waiting_lines';

/** The metrics, and what a reader of them gets: values by name and entity. */
function read() {
  const callbacks = new Map<string, MetricsServiceObservableCallback>();
  const metrics = new LogMetrics(
    metricsServiceMock.mock({
      createObservableGauge: name => ({
        addCallback: callback => callbacks.set(name, callback),
        removeCallback: () => {},
      }),
    }),
  );
  const values = () => {
    const found: Record<string, number> = {};
    for (const [name, callback] of callbacks) {
      callback({
        observe: (value, attributes) => {
          found[`${name} ${attributes!.entity}`] = value;
        },
      });
    }
    return found;
  };
  return { metrics, values };
}

const snapshot = (
  figures: Record<string, Record<string, Partial<Figure>[]>>,
): Snapshot => ({
  pipelines: [],
  states: new Map(
    Object.entries(figures).map(([entityRef, own]) => [
      entityRef,
      { entityRef, figures: own } as any,
    ]),
  ),
});
const documents = (observedAt: string, value: number) => [
  { id: 'documents', value: 7, observedAt },
  { id: 'newest-document-age', value, observedAt },
];

it('tells when the newest document was written, and how many lines wait', () => {
  const { metrics, values } = read();
  expect(values()).toEqual({});
  metrics.cycle(
    snapshot({
      [ELASTICSEARCH]: {
        elasticsearch: documents('2026-01-01T00:00:10.000Z', 7.5),
      },
      [FILEBEAT]: { filebeat: [{ id: 'waiting', value: 12 }] },
      'component:default/other': {},
    }),
  );
  expect(values()).toEqual({
    [`${NEWEST} ${ELASTICSEARCH}`]: Date.UTC(2026, 0, 1) / 1000 + 2.5,
    [`${WAITING} ${FILEBEAT}`]: 12,
  });
});

it('holds the time of the newest document while Elasticsearch does not answer, and forgets one that is gone', () => {
  const { metrics, values } = read();
  metrics.cycle(
    snapshot({
      [ELASTICSEARCH]: {
        elasticsearch: documents('2026-01-01T00:00:10.000Z', 10),
      },
      [FILEBEAT]: { filebeat: [{ id: 'waiting', value: 12 }] },
    }),
  );
  metrics.cycle(
    snapshot({
      [ELASTICSEARCH]: { elasticsearch: [] },
      [FILEBEAT]: { filebeat: [] },
    }),
  );
  expect(values()).toEqual({
    [`${NEWEST} ${ELASTICSEARCH}`]: Date.UTC(2026, 0, 1) / 1000,
  });
  metrics.cycle(snapshot({ [FILEBEAT]: {} }));
  expect(values()).toEqual({});
});
