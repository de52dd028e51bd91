import { explainKibana } from './explainKibana';
import { KibanaClient } from './KibanaClient';
import { kibanaObjects } from './objects/kibanaObjects';
import { setUpKibana } from './setUpKibana';
import { KibanaFake, serveKibana } from './testing/kibanaFake';

describe('the set-up of Kibana', () => {
  let kibana: KibanaFake;
  let said: string;

  beforeEach(async () => {
    kibana = await serveKibana();
  });
  afterEach(() => kibana.close());

  const run = (
    options: { planOnly?: boolean; authorization?: string } = {},
  ) => {
    const { authorization, planOnly = false } = options;
    said = '';
    return setUpKibana(
      new KibanaClient({ url: kibana.url, authorization }),
      kibanaObjects,
      { planOnly, say: line => (said += `${line}\n`) },
    );
  };
  const reason = (promise: Promise<unknown>) =>
    promise.then(
      () => 'nothing',
      error => explainKibana(error, kibana.url),
    );

  it('shows what it would import, and imports nothing, when asked for the plan alone', async () => {
    await run({ planOnly: true });
    expect(said).toContain('+ data view aggregator*');
    expect(said).toContain('+ dashboard gomon: hosts');
    expect(kibana.changes).toEqual([]);
  });

  it('imports data view, charts and dashboards, each by its own identifier', async () => {
    await run();
    const dashboards = [
      'dashboard:gomon-hosts',
      'dashboard:gomon-logs-pipeline',
    ];
    expect([...kibana.objects.keys()]).toEqual(
      expect.arrayContaining([
        'index-pattern:gomon-aggregator-logs',
        ...dashboards,
      ]),
    );
    expect(kibana.objects.size).toBe(kibanaObjects.length);
  });

  it('changes nothing the second time', async () => {
    await run();
    kibana.changes.length = 0;
    await run();
    expect(said).toBe('Kibana has everything as it is to be.\n');
    expect(kibana.changes).toEqual([]);
  });

  it('takes what Kibana adds as it brings an object up to its own format for no difference', async () => {
    kibana.migrate = object => ({
      ...object,
      attributes: {
        ...object.attributes,
        allowNoIndex: true,
        ...('optionsJSON' in object.attributes && {
          optionsJSON: JSON.stringify({
            added: true,
            ...JSON.parse(String(object.attributes.optionsJSON)),
          }),
        }),
      },
    });
    await run();
    kibana.changes.length = 0;
    await run();
    expect(kibana.changes).toEqual([]);
  });

  it('puts back only what somebody changed', async () => {
    await run();
    const changed = kibana.objects.get('dashboard:gomon-hosts')!;
    changed.attributes = { ...changed.attributes, timeFrom: 'now-7d' };
    await run();
    expect(said).toBe('~ dashboard gomon: hosts: timeFrom\n');
    expect(kibana.objects.get('dashboard:gomon-hosts')).toEqual(
      kibanaObjects.find(({ id }) => id === 'gomon-hosts'),
    );
  });

  it('leaves another data view of the same title alone, and says so', async () => {
    kibana.dataViews = [{ id: 'by-hand', title: 'aggregator*' }];
    await run();
    expect(said).toContain('another data view aggregator* (by-hand)');
    expect(said).toContain('left alone');
  });

  it('refuses a Kibana of another line', async () => {
    kibana.version = '9.1.0';
    const { obstacles } = await run();
    expect(obstacles).toEqual([
      'The server is Kibana 9.1.0; this command speaks to 8.x.',
    ]);
    expect(kibana.changes).toEqual([]);
  });

  it('names what was not taken, and why', async () => {
    const incomplete = kibanaObjects.filter(({ type }) => type === 'dashboard');
    const client = new KibanaClient({ url: kibana.url });
    const importing = setUpKibana(client, incomplete, {
      planOnly: false,
      say: () => {},
    });
    expect(await reason(importing)).toContain(
      'Kibana did not take dashboard gomon-hosts: missing_references',
    );
  });

  it('does not take an import for done that was not kept', async () => {
    kibana.migrate = object => ({
      ...object,
      attributes: { ...object.attributes, title: 'another' },
    });
    expect(await reason(run())).toContain('did not keep what it was given');
  });

  it('says what to do while Kibana has not started', async () => {
    kibana.level = 'unavailable';
    expect(await reason(run())).toContain('is not available yet');
  });

  it('says what to do about refused credentials, and never shows them', async () => {
    kibana.authorization = 'ApiKey right';
    const words = await reason(run({ authorization: 'ApiKey wrong' }));
    expect(words).toContain('refused the credentials (401)');
    expect(words).not.toContain('wrong');
    await run({ authorization: 'ApiKey right' });
    expect(kibana.changes).toEqual(['import']);
  });

  it('says what to do when nobody answers', async () => {
    await kibana.close();
    expect(await reason(run())).toContain('cannot be reached');
  });
});
