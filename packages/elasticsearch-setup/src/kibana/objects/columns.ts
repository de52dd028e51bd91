/** A column of a Lens layer: one dimension or one figure of a chart. */
export interface Column {
  label: string;
  customLabel?: true;
  dataType: 'date' | 'number' | 'string';
  operationType: string;
  sourceField?: string;
  /** Columns that it is computed from. */
  references?: string[];
  isBucketed: boolean;
  scale: 'interval' | 'ratio' | 'ordinal';
  /** Normalised to this unit of time. */
  timeScale?: 's' | 'm';
  params?: Record<string, unknown>;
}

/** Time, in steps that fit the width of the chart. */
export const overTime: Column = {
  label: '@timestamp',
  dataType: 'date',
  operationType: 'date_histogram',
  sourceField: '@timestamp',
  isBucketed: true,
  scale: 'interval',
  params: { interval: 'auto', includeEmptyRows: true, dropPartials: false },
};

/** The sample's value, summed up over a step. */
export function valueBy(
  operationType: 'average' | 'max',
  label: string,
  format: { decimals: number; suffix: string },
): Column {
  return {
    label,
    customLabel: true,
    dataType: 'number',
    operationType,
    sourceField: 'metric_value',
    isBucketed: false,
    scale: 'ratio',
    params: {
      emptyAsNull: true,
      format: { id: 'number', params: format },
    },
  };
}

/** Growth of a counter per second; a counter that starts again at zero after a boot makes no dip. */
export function ratePerSecond(label: string, counter: string): Column {
  return {
    label,
    customLabel: true,
    dataType: 'number',
    operationType: 'counter_rate',
    references: [counter],
    isBucketed: false,
    scale: 'ratio',
    timeScale: 's',
    params: {
      format: { id: 'number', params: { decimals: 2, suffix: ' MiB/s' } },
    },
  };
}

/** How many documents there are. */
export function documents(label: string, timeScale?: 's' | 'm'): Column {
  return {
    label,
    customLabel: true,
    dataType: 'number',
    operationType: 'count',
    sourceField: '___records___',
    isBucketed: false,
    scale: 'ratio',
    ...(timeScale && { timeScale }),
    params: { emptyAsNull: false },
  };
}

/** The values of one or several fields that stand out most, by another column. */
export function topValues(
  label: string,
  [first, ...others]: string[],
  by: string,
  size = 10,
): Column {
  return {
    label,
    customLabel: true,
    dataType: 'string',
    operationType: 'terms',
    sourceField: first,
    isBucketed: true,
    scale: 'ordinal',
    params: {
      size,
      orderBy: { type: 'column', columnId: by },
      orderDirection: 'desc',
      otherBucket: false,
      missingBucket: false,
      parentFormat: { id: others.length > 0 ? 'multi_terms' : 'terms' },
      ...(others.length > 0 && { secondaryFields: others }),
    },
  };
}
