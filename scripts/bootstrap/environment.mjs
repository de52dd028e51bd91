import { delimiter, dirname, join } from 'node:path';
import { root } from './places.mjs';
import { ownYarnFolder } from './yarn.mjs';

/** The environment in which the toolchain's Node, Yarn and the installed programs are found first. */
export function environment({ node, headers }) {
  const path = [
    dirname(node),
    ownYarnFolder(),
    join(root, 'node_modules', '.bin'),
    process.env.PATH,
  ];
  return {
    ...process.env,
    PATH: path.filter(Boolean).join(delimiter),
    // node-gyp takes the headers from here instead of downloading them.
    ...(headers && { npm_config_nodedir: headers }),
  };
}
