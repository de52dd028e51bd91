import { Pipeline } from '@gomon/plugin-gomon-common';
import { PipelineMap } from '../pipeline/PipelineMap';
import { Headline } from './Headline';
import { pipelineHeadline } from './headlineFigures';
import { VerdictBanner } from './VerdictBanner';

/** The sentence first, then the figures that calm or alarm, then the maps. */
export function Overview(props: { pipelines: Pipeline[] }) {
  const [first, ...others] = props.pipelines;
  const headline = pipelineHeadline(first);
  return (
    <>
      <VerdictBanner pipelines={props.pipelines} />
      {headline.length > 0 && <Headline items={headline} />}
      <PipelineMap pipeline={first} />
      {others.map(pipeline => (
        <PipelineMap key={pipeline.name} pipeline={pipeline} showFigures />
      ))}
    </>
  );
}
