import { generateKeyPairSync } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findGoProgram, onPath, repositoryRoot, run } from '@gomon/dev-stack';

// The scanner that most projects use, with rules that are kept up; the same version runs in .github/workflows/secret-scan.yml.
const GITLEAKS = {
  name: 'gitleaks',
  module: 'github.com/zricethezav/gitleaks/v8',
  version: 'v8.30.1',
};

// Without Go and without gitleaks the workflow scans alone.
const withScanner = onPath('gitleaks', 'go') ? describe : describe.skip;

withScanner('the scan for secrets', () => {
  let gitleaks: string;

  beforeAll(async () => {
    gitleaks = await findGoProgram(GITLEAKS);
  }, 600_000);

  const scan = (cwd: string) =>
    run({ file: gitleaks, args: ['git', '--redact', '--verbose', '.'], cwd });

  it('finds none in the whole history', async () => {
    const { code, output } = await scan(repositoryRoot);
    expect({ code, findings: code === 0 ? '' : output }).toEqual({
      code: 0,
      findings: '',
    });
  });

  it('finds one that was committed and removed again', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'gomon-leak-'));
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=test', '-c', 'user.email=test@localhost', ...args],
        { cwd: dir },
      );
    copyFileSync(
      join(repositoryRoot, '.gitleaks.toml'),
      join(dir, '.gitleaks.toml'),
    );
    git('init', '--quiet');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const secret = String(privateKey.export({ type: 'sec1', format: 'pem' }));
    writeFileSync(join(dir, 'settings'), secret);
    git('add', '.');
    git('commit', '--quiet', '--message', 'Add settings');
    git('rm', '--quiet', 'settings');
    git('commit', '--quiet', '--message', 'Remove settings');
    const { code, output } = await scan(dir);
    rmSync(dir, { recursive: true });
    expect(code).toBe(1);
    expect(output).not.toContain(secret.split('\n')[1]);
  });
});
