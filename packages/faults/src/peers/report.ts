import { ReportHead } from '../report/table';
import { PeerResult } from './killUnder';

const COUNT = (count: number) => count.toLocaleString('en');

/** The page `docs/faults-peers.md`. */
export function renderPeers(
  head: ReportHead,
  results: readonly PeerResult[],
): string {
  const rows = results.map(
    ({ title, setting, sent, stored, missing }) =>
      `| ${title} | ${COUNT(sent)} | ${COUNT(stored)} | ${COUNT(missing)} (${(
        (100 * missing) /
        sent
      ).toFixed(1)} %) | ${setting} |`,
  );
  return `# What others lose when the database is killed

Written by \`yarn faults --peers\`: each gets the same samples from Kafka in the form that it reads best, and carries them into the same VictoriaMetrics.
When half of them are there the database is killed (SIGKILL) once and started again; when everything is read and the database gets nothing more, what it has is counted.
VictoriaMetrics keeps what it acknowledged in memory for some seconds before it writes it to disk: whoever commits on the acknowledgement loses that, and what it read on in the meantime. What a carrier drops by itself under the backlog, a full queue say, is missing, too.

Date: ${head.date}. Machine: ${head.machine}. Versions: ${head.versions}.

| carrier | samples sent | stored | missing | version and setting |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
