import { compare, StoredDocument } from './compare';
import { WrittenLine } from './ProofLog';

const line: WrittenLine = {
  fingerprint: 'f',
  offset: 0,
  text: 'a line',
  sample: {
    name: 'cpu_usage_percent',
    labels: { instance: 'a' },
    value: 0,
    timestampMs: 1756555200123,
  },
  tag: 'has_victoria_metrics_json',
};
const document: StoredDocument = {
  '@timestamp': '2025-08-30T12:00:00.123Z',
  message: 'a line',
  tags: ['has_victoria_metrics_json'],
  metric_name: 'cpu_usage_percent',
  metric_value: 0,
  instance: 'a',
  log: { offset: 0, file: { fingerprint: 'f' } },
};
const fine = { missing: 0, twice: 0, strange: 0, different: 0 };

describe('compare', () => {
  it('finds nothing where each line is one document', () => {
    expect(compare([line], [document])).toMatchObject(fine);
  });

  it.each([
    ['a missing document', [], { missing: 1 }],
    ['a document that is there twice', [document, document], { twice: 1 }],
    [
      'a document of no line',
      [document, { ...document, log: { ...document.log, offset: 7 } }],
      { strange: 1 },
    ],
    ['another value', [{ ...document, metric_value: 1 }], { different: 1 }],
    [
      'the value as text',
      [{ ...document, metric_value: '0' as unknown as number }],
      { different: 1 },
    ],
    [
      'another time',
      [{ ...document, '@timestamp': '2025-08-30T12:00:00.124Z' }],
      { different: 1 },
    ],
    ['a missing tag', [{ ...document, tags: undefined }], { different: 1 }],
  ])('finds %s', (_what, documents, found) => {
    expect(compare([line], documents)).toMatchObject({ ...fine, ...found });
  });
});
