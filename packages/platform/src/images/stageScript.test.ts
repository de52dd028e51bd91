import { stagesOf } from './dockerfile';
import { stageScript } from './stageScript';

describe('stageScript', () => {
  const own = { dir: '/layers/last' };
  const script = (text: string) =>
    stageScript(
      stagesOf(text)[0],
      own,
      { build: { dir: '/layers/build' } },
      '/context',
    );

  it('copies from a stage into the working directory, and from the context to a file', () => {
    const lines = script(
      'FROM a\nWORKDIR /app\nCOPY --from=build /src/a /src/b ./\nCOPY x y/z',
    );
    expect(lines).toContain(
      "copy '/layers/build/seen' '/layers/last/root/app/' '/src/a' '/src/b'",
    );
    expect(lines).toContain("copy '/context' '/layers/last/root/app/y/z' 'x'");
  });

  it('keeps what a command means whatever quotes it has', () => {
    expect(script(`FROM a\nRUN echo 'it' "is"`)).toContain(
      `/bin/sh -c 'echo '\\''it'\\'' "is"'`,
    );
  });

  it('refuses what it does not understand, instead of leaving it out', () => {
    expect(() => script('FROM a\nADD https://example.com /x')).toThrow(
      'ADD is not understood',
    );
  });
});
