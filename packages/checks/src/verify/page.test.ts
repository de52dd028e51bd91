import { Findings } from './findings';
import { page } from './page';

const part = {
  name: 'sample',
  title: 'a sample',
  minutes: 1,
  about: 'Shows a page.',
  run: async () => {},
};

describe('page', () => {
  it('tells when, with what, what was run and what was seen beside its bar', () => {
    const findings = new Findings();
    findings.version('Node', '24.18.1');
    findings.ran('yarn dev');
    findings.saw('start', '12 s');
    findings.holds('left | over', 'nothing', 'nothing', true);
    const text = page(part, findings, new Date('2026-01-02T03:04:05Z'));
    expect(text).toContain('on 2026-01-02 03:04 UTC. Every bar was held.');
    expect(text).toContain('With Node 24.18.1.');
    expect(text).toContain('```sh\nyarn dev\n```');
    expect(text).toContain('| start | 12 s |  |  |');
    expect(text).toContain('| left \\| over | nothing | nothing | held |');
  });

  it('does not hide a bar that was missed', () => {
    const findings = new Findings();
    findings.holds('left over', 'nothing', '2 processes', false);
    const text = page(part, findings, new Date());
    expect(text).toContain('**Not every bar was held.**');
    expect(text).toContain(
      '| left over | 2 processes | nothing | **missed** |',
    );
  });
});
