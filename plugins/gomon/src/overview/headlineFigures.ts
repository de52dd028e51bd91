import { Figure, Pipeline } from '@gomon/plugin-gomon-common';
import { blindStage } from '../pipeline/blindStage';

/** A figure of the headline, with the whole that it is a part of where there is one. */
export interface HeadlineFigure {
  figure: Figure;
  whole?: Figure;
  /** Bad news by itself. */
  isAlarming: boolean;
}

/** A figure whose source could not be looked at: neither zero nor fine. */
export interface UnseenFigure {
  unseen: UnseenId;
  /** Why nobody could look, in words. */
  reason: string;
}

export type HeadlineItem = HeadlineFigure | UnseenFigure;

type UnseenId = keyof typeof TOLD_BY;

/** Figures that calm or alarm, and so are missed where they are absent, by the stage whose look tells them. */
const TOLD_BY = { lost: 'agent', 'hosts-reporting': 'agent' } as const;

/** Of the figures of a pipeline; others come behind. */
const ORDER = ['produced', 'stored', 'lost', 'oldest-waiting'];

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

/** The headline of a pipeline: each figure in its place, also one that nobody could look at. */
export function pipelineHeadline(pipeline: Pipeline): HeadlineItem[] {
  const seen = toHeadline(pipeline.figures);
  const items = [...seen, ...unseen(pipeline, seen)];
  return items.sort((one, other) => placeOf(one) - placeOf(other));
}

function unseen(
  pipeline: Pipeline,
  seen: readonly HeadlineFigure[],
): UnseenFigure[] {
  const ids = Object.keys(TOLD_BY) as UnseenId[];
  return ids.flatMap(id => {
    if (seen.some(({ figure }) => figure.id === id)) return [];
    const blind = blindStage(pipeline, TOLD_BY[id]);
    return blind ? [{ unseen: id, reason: blind.note }] : [];
  });
}

function placeOf(item: HeadlineItem): number {
  const place = ORDER.indexOf('unseen' in item ? item.unseen : item.figure.id);
  return place < 0 ? ORDER.length : place;
}
