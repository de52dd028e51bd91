import { useApiHolder } from '@backstage/core-plugin-api';
import {
  appLanguageApiRef,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { Unit } from '@gomon/plugin-gomon-common';
import { useMemo } from 'react';
import { gomonTranslationRef } from '../translation';
import { formatAge } from './duration';
import { formatFigure } from './figure';
import { formatMoment } from './moment';

/**
 * Formatters in the language of the words around them: a German number in an English sentence would be misread by a factor
 * of a thousand.
 */
export function useFormat() {
  const { t } = useTranslationRef(gomonTranslationRef);
  const languageApi = useApiHolder().get(appLanguageApiRef);
  const locale = languageApi?.getLanguage().language ?? 'en';
  return useMemo(
    () => ({
      t,
      locale,
      figure: (figure: { value: number; unit?: Unit }) =>
        formatFigure(figure.value, figure.unit, locale, t),
      age: (seconds: number) => formatAge(seconds, locale),
      moment: (iso: string) => formatMoment(iso, locale),
      list: (names: string[]) => new Intl.ListFormat(locale).format(names),
    }),
    [t, locale],
  );
}
