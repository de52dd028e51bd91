import { decideStart } from './startPosition';

describe('decideStart', () => {
  it('reads a partition without a commit from its oldest record', () => {
    expect(decideStart({ committed: undefined, low: 4, high: 9 })).toEqual({
      start: 4,
      continues: false,
    });
  });

  it('reads on from the commit of whoever had the partition before', () => {
    expect(decideStart({ committed: 7, low: 4, high: 9 })).toEqual({
      start: 7,
      continues: false,
    });
  });

  it('reads on from its own position when nobody moved the commit', () => {
    const memory = { committed: 7, position: 9, high: 9 };
    expect(decideStart({ committed: 7, low: 4, high: 12, memory })).toEqual({
      start: 9,
      continues: true,
    });
  });

  it('goes back to the commit when another member moved it', () => {
    const memory = { committed: 7, position: 12, high: 12 };
    expect(decideStart({ committed: 8, low: 4, high: 12, memory })).toEqual({
      start: 8,
      continues: false,
    });
  });

  it('counts what retention destroyed before it was read', () => {
    expect(decideStart({ committed: 7, low: 20, high: 30 })).toEqual({
      start: 20,
      continues: false,
      destroyed: { reason: 'retention', messages: 13 },
    });
  });

  it('counts nothing as destroyed that was accepted before retention took it', () => {
    const memory = { committed: 7, position: 25, high: 30 };
    expect(decideStart({ committed: 7, low: 20, high: 30, memory })).toEqual({
      start: 25,
      continues: true,
    });
  });

  it('starts over when the commit lies past the end', () => {
    expect(decideStart({ committed: 50, low: 0, high: 30 })).toEqual({
      start: 0,
      continues: false,
      destroyed: { reason: 'topic_recreated', messages: 20 },
    });
  });

  it('starts over when the end moved back below what was seen', () => {
    const memory = { committed: 5, position: 6, high: 40 };
    expect(decideStart({ committed: 5, low: 0, high: 30, memory })).toEqual({
      start: 0,
      continues: false,
      destroyed: { reason: 'topic_recreated', messages: 34 },
    });
  });

  it('does not start over again for a commit that a deleted topic left behind', () => {
    const memory = { committed: undefined, position: 4, high: 6 };
    expect(decideStart({ committed: 668, low: 0, high: 28, memory })).toEqual({
      start: 4,
      continues: true,
    });
  });

  it('starts over when the commits of the group vanished', () => {
    const memory = { committed: 5, position: 8, high: 10 };
    expect(
      decideStart({ committed: undefined, low: 0, high: 30, memory }),
    ).toEqual({
      start: 0,
      continues: false,
      destroyed: { reason: 'topic_recreated', messages: 2 },
    });
  });
});
