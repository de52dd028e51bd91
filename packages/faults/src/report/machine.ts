import { cpus, release, totalmem, type } from 'node:os';
import { ReportHead } from './table';

const GIB = 1024 ** 3;

/** What a report was run on. */
export async function reportHead(
  database: string,
  date: Date,
): Promise<ReportHead> {
  const cores = cpus();
  return {
    date: date.toISOString().slice(0, 16).replace('T', ' '),
    machine: `${cores.length} x ${cores[0].model.trim()}, ${Math.round(
      totalmem() / GIB,
    )} GB, ${type()} ${release()}`,
    versions: `Node ${
      process.version
    }, Kafka 4, VictoriaMetrics ${await versionOf(database)}`,
  };
}

async function versionOf(url: string): Promise<string> {
  const page = await (await fetch(`${url}/metrics`)).text();
  const [, version] = /^vm_app_version\{version="([^"]+)"/m.exec(page) ?? [];
  return version ?? 'as installed';
}
