import { RunningStack, startStack } from '@gomon/dev-stack';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Watch } from './engine/Watch';

let dir: string;
let stack: RunningStack;
let watch: Watch;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-diagnosis-'));
  stack = await startStack({ dir });
  watch = await Watch.start({
    kafka: [{ brokers: stack.urls.kafka }],
    victoriaMetrics: [{ url: stack.urls.victoriaMetrics }],
    aggregator: [{ urls: [stack.urls.aggregator] }],
  });
  await watch.until(({ status }) => status === 'ok', 120_000);
});

afterAll(async () => {
  await watch?.stop();
  await stack?.stop();
  await rm(dir, { recursive: true, force: true });
});

describe('the engine on a real pipeline', () => {
  it('says that all is well, with live figures', async () => {
    const value = (id: string) =>
      watch.pipeline!.figures.find(figure => figure.id === id)?.value;
    // Rates need two looks, losses are counted every 15 s.
    await watch.until(
      () => (value('produced') ?? 0) > 0 && value('lost') !== undefined,
      60_000,
    );
    const { causes, sentence, figures } = watch.pipeline!;
    expect(causes).toEqual([]);
    expect(sentence).toMatch(
      /^Metrics is healthy\. 1 of 1 hosts report, nothing lost, newest sample \d+ s old\.$/,
    );
    expect(figures.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'produced',
        'stored',
        'lost',
        'oldest-waiting',
        'hosts-reporting',
        'hosts',
        'newest-sample-age',
      ]),
    );
  });

  it('names a killed VictoriaMetrics, blames nobody else, and is green after it is back', async () => {
    watch.forget();
    await stack.components['victoria-metrics'].kill();
    const named = await watch.until(({ causes }) => causes.length > 0, 60_000);
    await watch.until(
      ({ affected }) => affected.includes('gomon-aggregator'),
      60_000,
    );
    expect(watch.verdict).toMatchObject({
      status: 'down',
      causes: ['victoria-metrics'],
    });
    expect(watch.pipeline!.cause!.sentence).toBe(
      'VictoriaMetrics does not answer: connection refused.',
    );
    expect(watch.pipeline!.cause!.meaning).toContain('Nothing is lost');

    await stack.components['victoria-metrics'].start();
    const green = await watch.until(({ status }) => status === 'ok', 120_000);
    expect([...watch.blamed.keys()]).toEqual(['victoria-metrics']);
    process.stdout.write(
      `VictoriaMetrics killed: named after ${named} s, green ${green} s after the repair\n`,
    );
  });

  it('names a killed aggregator and blames nobody else', async () => {
    watch.forget();
    await stack.components.aggregator.kill();
    const named = await watch.until(({ causes }) => causes.length > 0, 60_000);
    await watch.until(({ affected }) => affected.length > 0, 60_000);
    await stack.components.aggregator.start();
    const green = await watch.until(({ status }) => status === 'ok', 120_000);
    expect([...watch.blamed.keys()]).toEqual(['gomon-aggregator']);
    process.stdout.write(
      `aggregator killed: named after ${named} s, green ${green} s after the repair\n`,
    );
  });
});
