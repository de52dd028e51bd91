/** A pointer from one saved object to another. */
export interface SavedObjectReference {
  type: string;
  id: string;
  /** The name by which the attributes mean it. */
  name: string;
}

/** An object as Kibana exports and imports it ("Saved objects APIs", Kibana reference). */
export interface SavedObject {
  type: 'index-pattern' | 'lens' | 'dashboard';
  id: string;
  attributes: Record<string, unknown> & { title: string };
  references: SavedObjectReference[];
  /** The format that it is written in: Kibana brings it up to its own, and refuses one that is newer than itself. */
  migrationVersion: Record<string, string>;
  coreMigrationVersion: string;
}

/** The Kibana of the specification. */
export const KIBANA_VERSION = '8.7.0';
