import { fromAnyOn } from './kafkaClient';

describe('the brokers a client begins with', () => {
  const brokers = ['a:9092', 'b:9092', 'c:9092'];

  it('are all of them, in their order, from any of them on', () => {
    const drawn = new Set(
      Array.from({ length: 500 }, () => fromAnyOn(brokers).join(' ')),
    );
    expect([...drawn].sort()).toEqual([
      'a:9092 b:9092 c:9092',
      'b:9092 c:9092 a:9092',
      'c:9092 a:9092 b:9092',
    ]);
  });

  it('leave the settings as they are', () => {
    fromAnyOn(brokers);
    expect(brokers).toEqual(['a:9092', 'b:9092', 'c:9092']);
  });
});
