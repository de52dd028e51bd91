import { errors } from '@elastic/elasticsearch';
import { explain } from './explain';

const answered = (statusCode: number, body: unknown) =>
  new errors.ResponseError({
    statusCode,
    body,
    headers: {},
    warnings: null,
    meta: {} as never,
  });

describe('explain', () => {
  const url = 'https://user:secret@search:9200';

  it.each([
    ['refused credentials', answered(401, {}), 'refused the credentials (401)'],
    [
      'a missing privilege',
      answered(403, { error: { reason: 'action is unauthorized' } }),
      'manage_ilm',
    ],
    [
      'any other refusal',
      answered(400, { error: { reason: 'bad setting' } }),
      'answered 400: bad setting',
    ],
    ['silence', new Error('connect ECONNREFUSED'), 'cannot be reached'],
  ])('says what to do about %s', (_what, error, said) => {
    expect(explain(error, url)).toContain(said);
  });

  it('never shows a password', () => {
    expect(explain(new Error('x'), url)).not.toContain('secret');
  });
});
