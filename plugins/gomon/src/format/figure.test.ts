import { Unit } from '@gomon/plugin-gomon-common';
import { formatFigure, GomonTranslation } from './figure';

/** The keys and what is put into them, instead of the words of a language. */
const t = ((key: string, options?: { value?: string }) =>
  `${key} ${options?.value}`) as unknown as GomonTranslation;

describe('formatFigure', () => {
  it.each<[number, Unit, string]>([
    [4120, 'messages', 'unit.messages 4,120'],
    [12.449, 'samples/s', 'unit.samplesPerSecond 12.4'],
    [9100, 'lines', 'unit.lines 9,100'],
    [1.5, 'lines/s', 'unit.linesPerSecond 1.5'],
    [1, 'documents', 'unit.documents 1'],
    [0.25, 'documents/s', 'unit.documentsPerSecond 0.25'],
    [3, 'count', '3'],
  ])('puts words to %d %s', (value, unit, text) => {
    expect(formatFigure(value, unit, 'en', t)).toBe(text);
  });
});
