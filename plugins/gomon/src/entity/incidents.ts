import { EntityHistory } from '@gomon/plugin-gomon-common';
import { Segment, toSegments } from '../timeline/lanes';

/** The course of a component through its history. */
export function courseOf(history: EntityHistory): Segment[] {
  const range = [Date.parse(history.from), Date.parse(history.to)] as const;
  const course = toSegments(history.transitions, range);
  if (course.length > 0) return course;
  // Without a transition, all of the observed time was spent in one status.
  const [only] = Object.entries(history.shares).filter(
    ([, share]) => share === 1,
  );
  return only
    ? [
        {
          fromMs: range[0],
          toMs: range[1],
          status: only[0] as Segment['status'],
        },
      ]
    : [];
}

/** The parts of a course in which something was wrong. */
export function incidentsOf(history: EntityHistory): Segment[] {
  return courseOf(history).filter(
    ({ status }) => status === 'down' || status === 'degraded',
  );
}
