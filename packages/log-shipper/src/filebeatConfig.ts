import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What the shipper takes over from Filebeat's configuration, so that both read and mark lines alike. */
export interface FilebeatConfig {
  /** The bytes of a file that tell it from others. */
  fingerprint: { offset: number; length: number };
  maxLineBytes: number;
  /** Added to every event. */
  fields: Record<string, string>;
}

interface Document {
  'filebeat.inputs': Array<{
    type: string;
    'prospector.scanner': { fingerprint: { offset: number; length: number } };
    message_max_bytes: number;
    fields: Record<string, string>;
  }>;
}

/**
 * Reads the one input of a Filebeat configuration. `${NAME:default}` is filled in as Filebeat does it.
 *
 * @throws Error when it is not the configuration of one filestream input
 */
export function readFilebeatConfig(
  file: string,
  environment: NodeJS.ProcessEnv,
): FilebeatConfig {
  const text = expand(readFileSync(file, 'utf8'), environment);
  const inputs = (parse(text) as Document)['filebeat.inputs'];
  if (inputs.length !== 1 || inputs[0].type !== 'filestream') {
    throw new Error(`${file} does not describe one filestream input`);
  }
  const [input] = inputs;
  return {
    fingerprint: input['prospector.scanner'].fingerprint,
    maxLineBytes: input.message_max_bytes,
    fields: input.fields,
  };
}

function expand(text: string, environment: NodeJS.ProcessEnv): string {
  return text.replace(
    /\$\{(\w+)(?::([^}]*))?\}/g,
    (_all, name: string, fallback = '') => environment[name] || fallback,
  );
}
