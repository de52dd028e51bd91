import { Pipeline } from '@gomon/plugin-gomon-common';
import { environmentsOf, inEnvironment } from './environments';

const pipeline = (name: Pipeline['name'], environment?: string): Pipeline => ({
  name,
  title: name,
  environment,
  status: 'ok',
  causes: [],
  stages: [],
  edges: [],
  figures: [],
});

const two = [
  pipeline('metrics', 'production'),
  pipeline('metrics', 'staging'),
  pipeline('logs', 'production'),
];

describe('environmentsOf', () => {
  it('names each once', () => {
    expect(environmentsOf(two)).toEqual(['production', 'staging']);
  });
});

describe('inEnvironment', () => {
  it('keeps the pipelines of the wanted environment', () => {
    expect(inEnvironment(two, 'staging')).toEqual([two[1]]);
  });

  it.each([undefined, 'gone'])('falls back to the first for %s', wanted => {
    expect(inEnvironment(two, wanted)).toEqual([two[0], two[2]]);
  });

  it('keeps everything where there is nothing to choose', () => {
    const one = [pipeline('metrics', 'default'), pipeline('logs')];
    expect(inEnvironment(one, undefined)).toEqual(one);
  });
});
