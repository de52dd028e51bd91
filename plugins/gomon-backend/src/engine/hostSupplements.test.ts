import { HostReport, Probe, ProbeReport } from '@gomon/plugin-gomon-node';
import { observe } from './observe';
import { Look } from './ProbeRunner';

const now = new Date('2026-01-01T12:00:00Z');

function look(id: string, report: Partial<ProbeReport>): Look {
  const probe: Probe = {
    id,
    stages: ['agent'],
    look: async () => ({ components: [] }),
  };
  return {
    probe,
    outcome: 'report',
    report: { components: [], ...report },
  };
}

const host = (instance: string): HostReport => ({
  environment: 'default',
  entityRef: 'component:default/agent',
  instance,
  status: 'ok',
  sentence: 'Reports.',
  figures: [],
});

describe('hosts', () => {
  it('are joined with what another probe knows of them', () => {
    const looks = [
      look('agent', { hosts: [host('web'), host('db')] }),
      look('aggregator', {
        hostSupplements: [
          { environment: 'default', instance: 'web', duplicates: 2 },
          { environment: 'elsewhere', instance: 'db', duplicates: 3 },
          { environment: 'default', instance: 'unheard-of', duplicates: 4 },
        ],
      }),
    ];
    const { hosts } = observe([], looks, new Map(), now);
    expect(hosts).toEqual([{ ...host('web'), duplicates: 2 }, host('db')]);
  });
});
