import { Probe } from '@gomon/plugin-gomon-node';
import { GomonConfig } from '../config/schema';

/** The probes that the plugin brings along. */
export function createProbes(_config: GomonConfig): Probe[] {
  return [];
}
