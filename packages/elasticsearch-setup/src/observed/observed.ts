import { IndexTemplate } from '../desired/desired';
import { FieldMapping } from '../desired/fields';
import { LifecyclePolicy } from '../desired/lifecyclePolicy';

/** One index whose name begins like the alias, or that the alias points to. */
export interface ObservedIndex {
  name: string;
  documents: number;
  /** Behind the alias. */
  aliased: boolean;
  /** Whether the alias says so: true, false, or nothing said. */
  writeIndex?: boolean;
  properties: Record<string, FieldMapping>;
  /** Name of its lifecycle policy, and the alias that the policy rolls over. */
  lifecycle?: { name?: string; rollover_alias?: string };
}

/** How the cluster is now. */
export interface Observed {
  version: string;
  /** False where the server does not know `/_ilm`. */
  hasLifecycle: boolean;
  policy?: LifecyclePolicy;
  /** By name; only those that are to be there. */
  templates: Record<string, IndexTemplate>;
  /** Templates of others that match the same names, with their priorities. */
  rivals: Array<{ name: string; priority: number }>;
  indices: ObservedIndex[];
}
