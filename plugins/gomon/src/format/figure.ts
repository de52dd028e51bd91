import { Unit } from '@gomon/plugin-gomon-common';
import { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import { gomonTranslationRef } from '../translation';
import { formatSeconds } from './duration';
import { formatCount, formatMeasure } from './number';
import { formatBytes, formatBytesPerSecond } from './size';

/** Finds the words of the plugin in the reader's language. */
export type GomonTranslation = TranslationFunction<
  typeof gomonTranslationRef.T
>;

/** A value with its unit, as a person reads it. */
export function formatFigure(
  value: number,
  unit: Unit | undefined,
  locale: string,
  t: GomonTranslation,
): string {
  switch (unit) {
    case 'percent':
      return `${formatMeasure(value, locale)}\u202f%`;
    case 'bytes':
      return formatBytes(value, locale);
    case 'bytes/s':
      return formatBytesPerSecond(value, locale);
    case 'seconds':
      return formatSeconds(value, locale);
    case 'messages':
      return t('unit.messages', {
        count: value,
        value: formatCount(value, locale),
      });
    case 'messages/s':
      return t('unit.messagesPerSecond', {
        value: formatMeasure(value, locale),
      });
    case 'samples':
      return t('unit.samples', {
        count: value,
        value: formatCount(value, locale),
      });
    case 'samples/s':
      return t('unit.samplesPerSecond', {
        value: formatMeasure(value, locale),
      });
    case 'lines':
      return t('unit.lines', {
        count: value,
        value: formatCount(value, locale),
      });
    case 'lines/s':
      return t('unit.linesPerSecond', { value: formatMeasure(value, locale) });
    case 'documents':
      return t('unit.documents', {
        count: value,
        value: formatCount(value, locale),
      });
    case 'documents/s':
      return t('unit.documentsPerSecond', {
        value: formatMeasure(value, locale),
      });
    default:
      return Number.isInteger(value)
        ? formatCount(value, locale)
        : formatMeasure(value, locale);
  }
}
