import { groupChecks } from './groupChecks';

const check = (state: string, members: number) =>
  groupChecks('metrics-group', { state, members }, 'resource:default/kafka')[0];

describe('the check of a consumer group', () => {
  it('tells members and state', () => {
    expect(check('Stable', 2)).toMatchObject({
      status: 'ok',
      sentence: 'metrics-group has 2 members; it is stable.',
    });
    expect(check('PreparingRebalance', 1).status).toBe('ok');
  });

  it('fails when nobody reads, for which only Kafka could be the reason', () => {
    expect(check('Empty', 0)).toMatchObject({
      status: 'degraded',
      failure: 'starved',
      explainedBy: 'resource:default/kafka',
      sentence: 'metrics-group has no member: nobody reads.',
    });
  });

  it('says nothing where the group may not be described', () => {
    expect(groupChecks('metrics-group', undefined, 'kafka')).toEqual([]);
  });
});
