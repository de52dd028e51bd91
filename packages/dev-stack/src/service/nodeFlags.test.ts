import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../directories';
import { NODE_FLAGS } from './nodeFlags';

const starts = {
  agent: [
    ['package.json', /&& node (.*) dist\/main\.cjs"/],
    ['Dockerfile', /ENTRYPOINT \["node", (.*), "main\.cjs"\]/],
    ['packaging/gomon-agent.service', /ExecStart=\S+ (.*) \S+main\.cjs/],
    ['packaging/io.gomon.agent.plist', /bin\/node([^]*)<string>\S+main\.cjs/],
  ],
} as const;

describe('the flags of Node', () => {
  it.each(starts.agent)('are those of the agent in %s', (file, start) => {
    const text = readFileSync(
      join(repositoryRoot, 'services/agent', file),
      'utf8',
    );
    const flags = start.exec(text)![1].match(/--[a-z-]+(=\d+)?/g);
    expect(flags).toEqual(NODE_FLAGS.agent);
  });
});
