import { parseHostFilter } from './hostFilter';

describe('parseHostFilter', () => {
  it('puts silent hosts first unless told otherwise', () => {
    expect(parseHostFilter(new URLSearchParams()).sort).toBe('status');
  });

  it('reads what a link says', () => {
    expect(
      parseHostFilter(
        new URLSearchParams('search=rack&status=down&sort=cpu&environment=x'),
      ),
    ).toEqual({
      search: 'rack',
      status: ['down'],
      sort: 'cpu',
      environment: 'x',
    });
  });

  it('leaves out what the backend would refuse', () => {
    expect(
      parseHostFilter(new URLSearchParams('status=broken&sort=weight')),
    ).toMatchObject({ status: undefined, sort: 'status' });
  });
});
