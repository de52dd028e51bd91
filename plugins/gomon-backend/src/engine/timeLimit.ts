/**
 * A signal that fires after a time, or with another signal.
 *
 * Not `AbortSignal.any` of an `AbortSignal.timeout`: Node may collect the timeout, which nobody else holds, and it
 * never fires (nodejs/node#57736). A limit that does not come is a probe that hangs for ever.
 */
export function timeLimit(ms: number, stop: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    stop.removeEventListener('abort', end);
    const seconds = `no answer within ${ms / 1000} s`;
    controller.abort(new DOMException(seconds, 'TimeoutError'));
  }, ms);
  timer.unref();
  function end() {
    clearTimeout(timer);
    controller.abort(stop.reason);
  }
  if (stop.aborted) end();
  else stop.addEventListener('abort', end, { once: true });
  return controller.signal;
}
