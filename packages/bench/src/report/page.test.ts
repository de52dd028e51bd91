import { withSection } from './page';

describe('the page of benchmarks', () => {
  const one = withSection('', 'One', ['1']);
  const both = withSection(one, 'Two', ['2', '', '### Not a section', '']);

  it('begins with what all sections share', () => {
    expect(one).toMatch(/^# Benchmarks\n\nWritten by [^#]*\n\n## One\n\n1\n$/);
  });

  it('gets a section more, and a new one in place of the old', () => {
    expect(both).toMatch(/## One\n\n1\n\n## Two\n\n2\n\n### Not a section\n$/);
    expect(withSection(both, 'One', ['new'])).toMatch(
      /## One\n\nnew\n\n## Two\n\n2\n/,
    );
  });
});
