import RequestQueue from 'kafkajs/src/network/requestQueue';

const guarded = Symbol.for('gomon.kafkajs.idleTimers');

/** How late a request that is never answered may be noticed, as a share of its own limit. */
const CHECKS_PER_TIMEOUT = 20;
const FASTEST_CHECK_MS = 100;

/**
 * Keeps kafkajs 2.2.4 asleep while it has nothing to do. Its queue of requests plans the next look at requests that
 * wait after every look, also when none waits, with a delay in the past: 1000 wake-ups a second and connection
 * (tulios/kafkajs issues 1704, 1751, 1768). And it looks for requests out of time every 100 ms, whatever their limit, and
 * where none is under way.
 *
 * Applies to all clients of the process; a second call does nothing.
 */
export function guardIdleTimers(): void {
  const queue = RequestQueue.prototype as RequestQueue & {
    [guarded]?: boolean;
  };
  if (queue[guarded]) return;
  queue[guarded] = true;
  const plan = queue.scheduleCheckPendingRequests;
  queue.scheduleCheckPendingRequests = function planIfAnyWaits() {
    if (this.pending.length > 0) plan.call(this);
  };
  const send = queue.sendSocketRequest;
  queue.sendSocketRequest = function sendAndCheckTimeouts(request) {
    send.call(this, request);
    checkTimeouts.call(this);
  };
  queue.scheduleRequestTimeoutCheck = function checkFromTheFirstRequestOn() {
    this.destroy();
    this.requestTimeoutIntervalId = undefined;
  };
}

/** Looks for requests out of time until none is under way. */
function checkTimeouts(this: RequestQueue): void {
  if (!this.enforceRequestTimeout || this.requestTimeoutIntervalId) return;
  this.requestTimeoutIntervalId = setInterval(() => {
    for (const request of [...this.inflight.values()]) {
      if (Date.now() - request.sentAt > request.requestTimeout) {
        request.timeoutRequest();
      }
    }
    if (this.inflight.size === 0 || !this.isConnected()) {
      clearInterval(this.requestTimeoutIntervalId);
      this.requestTimeoutIntervalId = undefined;
    }
  }, Math.max(FASTEST_CHECK_MS, this.requestTimeout / CHECKS_PER_TIMEOUT));
}
