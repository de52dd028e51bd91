import { replaceStaging } from './buildControlPlane';

describe('replaceStaging', () => {
  const kubernetes = [
    'module k8s.io/kubernetes',
    '',
    'go 1.24.0',
    '',
    'godebug default=go1.24',
    '',
    'require (',
    '\tgithub.com/blang/semver/v4 v4.0.0',
    '\tk8s.io/api v0.0.0',
    ')',
    '',
    'replace (',
    '\tk8s.io/api => ./staging/src/k8s.io/api',
    '\tk8s.io/apiserver => ./staging/src/k8s.io/apiserver',
    ')',
  ].join('\n');

  it('replaces every staging folder by its published version, and nothing else', () => {
    const lines = replaceStaging(kubernetes).split('\n');
    expect(lines.filter(line => line.includes(' => '))).toEqual([
      '\tk8s.io/api => k8s.io/api v0.33.13',
      '\tk8s.io/apiserver => k8s.io/apiserver v0.33.13',
    ]);
  });

  it('keeps the language version and the defaults that Kubernetes is built with', () => {
    const lines = replaceStaging(kubernetes).split('\n');
    expect(lines).toContain('go 1.24.0');
    expect(lines).toContain('godebug default=go1.24');
    expect(lines).toContain('require k8s.io/kubernetes v1.33.13');
  });
});
