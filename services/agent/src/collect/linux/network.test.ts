import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linuxNetwork, parseNetDev } from './network';

const header =
  'Inter-|   Receive                    |  Transmit\n face |bytes packets|bytes packets\n';
const line = (name: string, received: number, sent: number) =>
  `${name}${received} 1 0 0 0 0 0 0 ${sent} 2 0 0 0 0 0 0\n`;

describe('parseNetDev', () => {
  it('reads names with colons, figures without a space before them, and zeros', () => {
    const text = `${header}${line('    lo: ', 5, 5)}${line(
      'eth0:',
      4294967296,
      7,
    )}${line('  eth0:1: ', 0, 0)}`;
    expect(parseNetDev(text)).toEqual([
      { interfaceName: 'lo', bytesReceived: 5, bytesSent: 5 },
      { interfaceName: 'eth0', bytesReceived: 4294967296, bytesSent: 7 },
      { interfaceName: 'eth0:1', bytesReceived: 0, bytesSent: 0 },
    ]);
  });

  it('leaves out lines that are cut short', () => {
    expect(parseNetDev(`${header}eth0: 1 2 3\n`)).toEqual([]);
  });
});

describe('linuxNetwork', () => {
  it('sees interfaces come and go, counters reset, and leaves out what is excluded', async () => {
    const netDev = join(mkdtempSync(join(tmpdir(), 'gomon-')), 'dev');
    const network = linuxNetwork({ netDev }, /^veth/);
    const names = async () =>
      (await network.collect()).netStats?.map(n => [
        n.interfaceName,
        n.bytesReceived,
      ]);
    writeFileSync(netDev, header + line('eth0: ', 900, 1));
    expect(await names()).toEqual([['eth0', 900]]);
    writeFileSync(
      netDev,
      header +
        line('eth0: ', 3, 1) +
        line('eth1: ', 1, 1) +
        line('veth9: ', 1, 1),
    );
    expect(await names()).toEqual([
      ['eth0', 3],
      ['eth1', 1],
    ]);
    writeFileSync(netDev, header);
    expect(await names()).toEqual([]);
  });
});
