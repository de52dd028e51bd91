import { kibanaLinks } from './kibanaLinks';

describe('kibanaLinks', () => {
  it('leads to Discover at the moment, with a minute around it', () => {
    const link = kibanaLinks('http://kibana.local/').moment(
      new Date('2025-08-30T12:00:00Z'),
    );
    expect(link).toContain('http://kibana.local/app/discover#/?_g=');
    expect(link).toContain(
      "time:(from:'2025-08-30T11:59:00.000Z',to:'2025-08-30T12:01:00.000Z')",
    );
    expect(link).toContain('dataViewId:gomon-aggregator-logs');
  });
});
