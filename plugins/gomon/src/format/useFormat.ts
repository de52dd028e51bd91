import { useApiHolder } from '@backstage/core-plugin-api';
import {
  appLanguageApiRef,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { Unit } from '@gomon/plugin-gomon-common';
import { useMemo } from 'react';
import { gomonTranslationRef } from '../translation';
import { formatAge } from './duration';
import { formatFigure, GomonTranslation } from './figure';
import { formatList } from './list';
import { formatMoment } from './moment';

/** Words and figures in one language. */
export interface Format {
  t: GomonTranslation;
  locale: string;
  /** A value with its unit. */
  figure(figure: { value: number; unit?: Unit }): string;
  /** A time span in whole units. */
  age(seconds: number): string;
  /** A point in time in full. */
  moment(iso: string): string;
  /** `a, b, and c`. */
  list(names: string[]): string;
}

/**
 * Formatters in the language of the words around them: a German number in an English sentence would be misread by a factor
 * of a thousand.
 */
export function useFormat(): Format {
  const { t } = useTranslationRef(gomonTranslationRef);
  const languageApi = useApiHolder().get(appLanguageApiRef);
  const locale = languageApi?.getLanguage().language ?? 'en';
  return useMemo(
    () => ({
      t,
      locale,
      figure: ({ value, unit }) => formatFigure(value, unit, locale, t),
      age: seconds => formatAge(seconds, locale),
      moment: iso => formatMoment(iso, locale),
      list: names => formatList(names, locale),
    }),
    [t, locale],
  );
}
