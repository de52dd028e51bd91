import { toSamples } from '@gomon/wire';
import { FleetModel, hostName, messageOf } from '../fleet/hostModel';
import { ProducedLedger } from './producedLedger';
import { judgeFleet, StoredSeries, Verdict } from './verdict';

const model: FleetModel = {
  prefix: 'f',
  hosts: 2,
  startMs: 1_795_000_000_000,
  stepMs: 100,
};

function produced(): ProducedLedger {
  const ledger = new ProducedLedger();
  for (let host = 0; host < 2; host++) {
    for (let sequence = 1; sequence <= 10; sequence++) {
      ledger.send(host, sequence);
      ledger.acknowledge(host, sequence, { partition: host, offset: sequence });
    }
  }
  return ledger;
}

function stored(): Map<string, StoredSeries[]> {
  const hosts = new Map<string, StoredSeries[]>();
  for (let host = 0; host < 2; host++) {
    const series = new Map<string, StoredSeries>();
    for (let sequence = 1; sequence <= 10; sequence++) {
      for (const sample of toSamples(messageOf(model, host, sequence))
        .samples) {
        const metric = { __name__: sample.name, ...sample.labels };
        const key = JSON.stringify(metric);
        const own: StoredSeries = series.get(key) ?? {
          metric,
          values: [],
          timestamps: [],
        };
        own.values.push(sample.value);
        own.timestamps.push(sample.timestampMs);
        series.set(key, own);
      }
    }
    hosts.set(hostName(model, host), [...series.values()]);
  }
  return hosts;
}

function judge(
  database: Map<string, StoredSeries[]>,
  context?: Parameters<typeof judgeFleet>[3],
): Verdict {
  return judgeFleet(model, produced(), host => database.get(host)!, context);
}

describe('judgeFleet', () => {
  it('finds everything where everything is', () => {
    expect(judge(stored())).toEqual({
      produced: 20,
      stored: 20,
      missing: 0,
      invented: 0,
      committedAhead: 0,
      examples: [],
    });
  });

  it('calls a message missing when one of its samples is', () => {
    const database = stored();
    const [series] = database.get('f-1')!;
    series.values.splice(3, 1);
    series.timestamps.splice(3, 1);
    const committed = new Map([[1, 4]]);
    expect(judge(database, { committed })).toMatchObject({
      stored: 19,
      missing: 1,
      committedAhead: 0,
      examples: ['f-1 #4 (partition 1, offset 4)'],
    });
    committed.set(1, 5);
    expect(judge(database, { committed }).committedAhead).toBe(1);
  });

  it('lets a commit pass over what Kafka destroyed, and misses it all the same', () => {
    const database = stored();
    database.set('f-1', []);
    const ledger = produced();
    ledger.destroyAll();
    const verdict = judgeFleet(model, ledger, host => database.get(host)!, {
      committed: new Map([[1, 100]]),
    });
    expect(verdict).toMatchObject({ missing: 10, committedAhead: 0 });
  });

  it('does not miss what is in the dead letters', () => {
    const database = stored();
    database.set('f-0', []);
    expect(judge(database, { isDead: host => host === 'f-0' })).toMatchObject({
      stored: 10,
      missing: 0,
    });
  });

  it('sees a value that is not the one sent', () => {
    const database = stored();
    database.get('f-0')![0].values[5] += 1;
    expect(judge(database)).toMatchObject({ missing: 1, invented: 1 });
  });

  it('sees samples that nobody sent, be it their time or their labels', () => {
    const database = stored();
    const [series] = database.get('f-0')!;
    series.values.push(1, 1);
    series.timestamps.push(model.startMs + 11 * 100, model.startMs + 150);
    database.get('f-1')!.push({
      metric: { ...series.metric, extra: 'x' },
      values: [1],
      timestamps: [model.startMs + 100],
    });
    expect(judge(database)).toMatchObject({ missing: 0, invented: 3 });
  });
});
