import { EntityHealth, Figure } from '@gomon/plugin-gomon-common';
import { CheckMemory } from './hysteresis';

/** All that is kept of a component from one cycle to the next, in the database. */
export interface ComponentState {
  entityRef: string;
  environment: string;
  /** What the API answers. */
  health: EntityHealth;
  /** By check id. */
  memory: Record<string, CheckMemory>;
  /** Last figures, by probe. */
  figures: Record<string, Figure[]>;
}
