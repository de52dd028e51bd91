import RequestQueue from 'kafkajs/src/network/requestQueue';
import { guardIdleTimers } from './guardIdleTimers';

type Options = ConstructorParameters<typeof RequestQueue>[0];

const queueOf = (options: Partial<Options> = {}) =>
  new RequestQueue({
    maxInFlightRequests: 1,
    requestTimeout: 30_000,
    enforceRequestTimeout: true,
    clientId: 'test',
    broker: 'a:1',
    logger: { debug: () => {}, warn: () => {} },
    ...options,
  });

const request = (correlationId: number, sent: number[]) => ({
  entry: { correlationId, resolve: () => {}, reject: () => {} },
  expectResponse: true,
  sendRequest: () => sent.push(correlationId),
});

beforeAll(guardIdleTimers);
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a guarded request queue of kafkajs', () => {
  it('plans nothing while no request waits', () => {
    const queue = queueOf();
    const sent: number[] = [];
    queue.push(request(1, sent));
    queue.fulfillRequest({ correlationId: 1, payload: null, size: 0 });
    queue.checkPendingRequests();
    jest.advanceTimersByTime(1_500);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('still sends requests that had to wait', () => {
    const queue = queueOf();
    const sent: number[] = [];
    queue.push(request(1, sent));
    queue.push(request(2, sent));
    expect(sent).toEqual([1]);
    queue.fulfillRequest({ correlationId: 1, payload: null, size: 0 });
    expect(sent).toEqual([1, 2]);
  });

  it('still sends requests that a broker had asked to hold back', () => {
    const queue = queueOf();
    const sent: number[] = [];
    queue.maybeThrottle(500);
    queue.push(request(1, sent));
    jest.advanceTimersByTime(490);
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(30);
    expect(sent).toEqual([1]);
  });

  it('still gives up a request that is not answered in time', () => {
    const queue = queueOf({ requestTimeout: 10_000 });
    const rejected: Error[] = [];
    queue.scheduleRequestTimeoutCheck();
    queue.push({
      ...request(1, []),
      entry: {
        correlationId: 1,
        resolve: () => {},
        reject: (error: Error) => rejected.push(error),
      },
    });
    jest.advanceTimersByTime(9_900);
    expect(rejected).toHaveLength(0);
    jest.advanceTimersByTime(1_200);
    expect(rejected).toHaveLength(1);
    queue.destroy();
  });

  it('stops looking for requests out of time when none is under way, and begins again', () => {
    const queue = queueOf({ requestTimeout: 10_000 });
    queue.scheduleRequestTimeoutCheck();
    expect(jest.getTimerCount()).toBe(0);
    for (const correlationId of [1, 2]) {
      queue.push(request(correlationId, []));
      expect(jest.getTimerCount()).toBe(1);
      queue.fulfillRequest({ correlationId, payload: null, size: 0 });
      jest.advanceTimersByTime(1_000);
      expect(jest.getTimerCount()).toBe(0);
    }
  });

  it('looks for requests out of time on a new connection, too', () => {
    const queue = queueOf({ requestTimeout: 10_000 });
    queue.push(request(1, []));
    queue.destroy();
    queue.scheduleRequestTimeoutCheck();
    queue.fulfillRequest({ correlationId: 1, payload: null, size: 0 });
    queue.push(request(2, []));
    expect(jest.getTimerCount()).toBe(1);
    queue.destroy();
  });
});
