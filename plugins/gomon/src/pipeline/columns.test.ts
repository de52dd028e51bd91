import { PipelineEdge, PipelineStage } from '@gomon/plugin-gomon-common';
import { toColumns } from './columns';

const stage = (entityRef: string): PipelineStage => ({
  entityRef,
  title: entityRef,
  stage: 'agent',
  status: 'ok',
  role: 'none',
});
const edge = (from: string, to: string): PipelineEdge => ({
  from,
  to,
  figures: [],
});

function names(stages: string[], edges: [string, string][]) {
  return toColumns({
    stages: stages.map(stage),
    edges: edges.map(([from, to]) => edge(from, to)),
  }).map(column => column.stages.map(({ entityRef }) => entityRef));
}

describe('toColumns', () => {
  it('follows the flow, whatever order the stages came in', () => {
    expect(
      names(
        ['database', 'agent', 'broker'],
        [
          ['agent', 'broker'],
          ['broker', 'database'],
        ],
      ),
    ).toEqual([['agent'], ['broker'], ['database']]);
  });

  it('puts stages that send to the same one side by side', () => {
    expect(
      names(
        ['agent a', 'agent b', 'broker'],
        [
          ['agent a', 'broker'],
          ['agent b', 'broker'],
        ],
      ),
    ).toEqual([['agent a', 'agent b'], ['broker']]);
  });

  it('puts a stage right of the longest way to it', () => {
    expect(
      names(
        ['a', 'b', 'c'],
        [
          ['a', 'c'],
          ['a', 'b'],
          ['b', 'c'],
        ],
      ),
    ).toEqual([['a'], ['b'], ['c']]);
  });

  it('ends where the flow runs in a circle', () => {
    const columns = names(
      ['a', 'b'],
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
    );
    expect(columns.flat().sort()).toEqual(['a', 'b']);
  });

  it('leaves out edges to stages of other pipelines', () => {
    const [column] = toColumns({
      stages: [stage('a')],
      edges: [edge('a', 'elsewhere')],
    });
    expect(column.outgoing).toEqual([]);
  });
});
