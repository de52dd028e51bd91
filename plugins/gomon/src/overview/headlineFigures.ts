import { Figure } from '@gomon/plugin-gomon-common';

/** A figure of the headline, with the whole that it is a part of where there is one. */
export interface HeadlineFigure {
  figure: Figure;
  whole?: Figure;
  /** Bad news by itself. */
  isAlarming: boolean;
}

/** Figures that are read together: `213 of 214`. */
const PART_OF: Record<string, string> = { 'hosts-reporting': 'hosts' };

function isAlarming(figure: Figure, whole?: Figure): boolean {
  if (figure.id === 'lost') return figure.value > 0;
  return whole !== undefined && figure.value < whole.value;
}

/** Puts parts and their wholes together, in the order the figures came. */
export function toHeadline(figures: Figure[]): HeadlineFigure[] {
  const byId = new Map(figures.map(figure => [figure.id, figure]));
  const wholes = new Set(figures.flatMap(figure => PART_OF[figure.id] ?? []));
  return figures
    .filter(figure => !wholes.has(figure.id))
    .map(figure => {
      const whole = byId.get(PART_OF[figure.id]);
      return { figure, whole, isAlarming: isAlarming(figure, whole) };
    });
}
