import { documents, overTime, topValues } from './columns';
import { overTimeChart, table } from './lens';
import { SavedObject } from './savedObject';

/** Tags that the Ruby filter, or Logstash around it, gives to a line that was not understood. */
const BROKEN =
  'tags: ("_metricparsefailure" or "_unknownline" or "_rubyexception")';

/** How the log gets here: rates, and what went wrong on the way. */
export const pipelinePanels: SavedObject[] = [
  overTimeChart({
    id: 'gomon-lines-per-second',
    title: 'Lines stored per second',
    description: 'By what the filter made of them.',
    query: '',
    series: 'area_stacked',
    split: 'tag',
    figure: 'lines',
    columns: {
      time: overTime,
      tag: topValues('Tag', ['tags'], 'lines'),
      lines: documents('Lines per second', 's'),
    },
  }),
  overTimeChart({
    id: 'gomon-batches-per-minute',
    title: 'Batches that the aggregator has sent, per minute',
    description: 'Lines tagged metrics_success.',
    query: 'tags: "metrics_success"',
    series: 'bar_stacked',
    figure: 'batches',
    columns: {
      time: overTime,
      batches: documents('Batches per minute', 'm'),
    },
  }),
  overTimeChart({
    id: 'gomon-lines-not-understood',
    title: 'Lines that were not understood',
    description: 'Kept with their text, a tag and the reason.',
    query: BROKEN,
    series: 'bar_stacked',
    split: 'tag',
    figure: 'lines',
    columns: {
      time: overTime,
      tag: topValues('Tag', ['tags'], 'lines'),
      lines: documents('Lines'),
    },
  }),
  overTimeChart({
    id: 'gomon-warnings-and-errors',
    title: 'Warnings and errors of the aggregator',
    description: 'Lines by their level.',
    query: 'log.level: ("warn" or "error" or "fatal")',
    series: 'bar_stacked',
    split: 'level',
    figure: 'lines',
    columns: {
      time: overTime,
      level: topValues('Level', ['log.level'], 'lines'),
      lines: documents('Lines'),
    },
  }),
  table({
    id: 'gomon-reasons',
    title: 'Why lines were not understood',
    description: 'The reasons that the filter gave.',
    query: BROKEN,
    columns: {
      reason: topValues('Reason', ['error.message'], 'lines', 20),
      lines: documents('Lines'),
    },
  }),
  table({
    id: 'gomon-lines-by-file',
    title: 'Lines by pod and file',
    description: 'Where they were written.',
    query: '',
    columns: {
      file: topValues('Pod and file', ['host.name', 'log.file.path'], 'lines'),
      lines: documents('Lines'),
    },
  }),
];
