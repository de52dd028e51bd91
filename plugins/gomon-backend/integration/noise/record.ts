import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Scene } from '../diagnosis/Scene';
import { Watch } from '../engine/Watch';
import { Recorder } from './Recorder';

const INTERVAL_S = 5;
const PROBES = ['agent', 'kafka', 'aggregator', 'victoria-metrics'];
const LATE_HOSTS = ['host-3', 'host-11', 'host-27'];

const seconds = (count: number) => sleep(1000 * count);

/** Records a whole pipeline on an ordinary day, and one that breaks: `node --import tsx integration/noise/record.ts`. */
async function main(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gomon-noise-'));
  const scene = await Scene.set(dir);
  const recorder = new Recorder(PROBES, INTERVAL_S);
  const watch = await Watch.start(
    scene.configuration,
    1000 * INTERVAL_S,
    'metrics',
    recorder.around,
  );
  try {
    await watch.until(({ status }) => status === 'ok', 120_000);
    await seconds(60);
    recorder.forget();
    await ordinaryDay(scene, recorder);
    await recorder.save('ordinary');
    recorder.note('VictoriaMetrics is killed');
    await scene.database.kill();
    await seconds(40);
    recorder.note('VictoriaMetrics is started');
    await scene.database.start();
    await watch.until(({ status }) => status === 'ok', 120_000);
    await seconds(20);
    await recorder.save('fault');
  } finally {
    await watch.stop();
    await scene.end();
    await rm(dir, { recursive: true, force: true });
  }
}

async function ordinaryDay(scene: Scene, recorder: Recorder): Promise<void> {
  recorder.note('nothing');
  await seconds(30);
  recorder.note(`${LATE_HOSTS.join(', ')} deliver late`);
  for (let round = 0; round < 3; round++) {
    LATE_HOSTS.forEach(host => scene.hosts.delay(host, true));
    await seconds(8);
    LATE_HOSTS.forEach(host => scene.hosts.delay(host, false));
    await seconds(12);
  }
  recorder.note('the aggregator is restarted');
  await scene.aggregator.stop();
  await scene.aggregator.start();
  await seconds(45);
  recorder.note('the agent is restarted');
  await scene.agent.stop();
  await scene.agent.start();
  await seconds(25);
  recorder.note('a second aggregator joins the group');
  await scene.secondAggregator.start();
  await seconds(30);
  recorder.note('the second aggregator leaves');
  await scene.secondAggregator.stop();
  await seconds(40);
  recorder.note('VictoriaMetrics is restarted');
  await scene.database.stop();
  await scene.database.start();
  await seconds(60);
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
