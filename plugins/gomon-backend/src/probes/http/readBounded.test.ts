import { readBounded } from './readBounded';

/** An answer that never ends, in chunks of one byte, and how it was read. */
function endless() {
  const seen = { pulled: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull: controller => {
      seen.pulled += 1;
      controller.enqueue(Buffer.from('x'));
    },
    cancel: () => {
      seen.cancelled = true;
    },
  });
  return { response: new Response(body), seen };
}

describe('readBounded', () => {
  it('reads an answer that is as long as the limit, whole', async () => {
    await expect(readBounded(new Response('12345678'), 8)).resolves.toBe(
      '12345678',
    );
  });

  it('reads an answer without a body as empty', async () => {
    await expect(readBounded(new Response(null), 8)).resolves.toBe('');
  });

  it('joins a character that is cut between two chunks', async () => {
    const bytes = Buffer.from('dé');
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        controller.enqueue(bytes.subarray(0, 2));
        controller.enqueue(bytes.subarray(2));
        controller.close();
      },
    });
    await expect(readBounded(new Response(body), 8)).resolves.toBe('dé');
  });

  it('stops at the limit, says so, and cancels the rest', async () => {
    const { response, seen } = endless();

    await expect(readBounded(response, 1000)).rejects.toThrow(
      'its answer is longer than',
    );
    expect(seen.cancelled).toBe(true);
    // One over the limit, and what the stream fetches ahead.
    expect(seen.pulled).toBeLessThan(1010);
  });
});
