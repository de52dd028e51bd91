import { toProblem } from './problem';

const answer = (statusCode: number) =>
  Object.assign(new Error('words'), { statusCode });

describe('toProblem', () => {
  it.each([
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [500, 'failed'],
    [400, 'failed'],
    [502, 'unreachable'],
    [503, 'unreachable'],
  ])('reads status %d as %s', (status, kind) => {
    expect(toProblem(answer(status))).toEqual({ kind, detail: 'words' });
  });

  it('tells a system behind the backend from the backend itself', () => {
    const error = Object.assign(answer(503), {
      cause: Object.assign(new Error(), { name: 'ServiceUnavailableError' }),
    });
    expect(toProblem(error).kind).toBe('source-unreachable');
  });

  it('reads an error without a status as nobody having answered', () => {
    expect(toProblem(new TypeError('Failed to fetch')).kind).toBe(
      'unreachable',
    );
  });
});
