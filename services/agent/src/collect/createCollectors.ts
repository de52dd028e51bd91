import { existsSync } from 'node:fs';
import type { Scope } from '@gomon/wire';
import type { AgentValues } from '../agentSettings';
import type { Collector } from './collector';
import { containerCpu } from './container/cpu';
import { containerMemory } from './container/memory';
import { linuxCpu } from './linux/cpu';
import { linuxDisks } from './linux/disks';
import { linuxMemory } from './linux/memory';
import { linuxNetwork } from './linux/network';
import { procFiles } from './linux/procFiles';
import { SpaceReader } from './linux/space';
import { systemCollectors } from './systeminformation/collectors';

/** The collectors of this machine, by the settings and by whose figures they are to be. */
export function createCollectors(
  settings: AgentValues,
  scope: Scope,
): Collector[] {
  return usesProc(settings)
    ? procCollectors(settings, scope)
    : systemCollectors(filterOf(settings));
}

function usesProc({ source, hostRoot }: AgentValues): boolean {
  if (source !== 'auto') return source === 'proc';
  return existsSync(procFiles(hostRoot).stat);
}

function procCollectors(settings: AgentValues, scope: Scope): Collector[] {
  const files = procFiles(settings.hostRoot);
  const contained = scope === 'container';
  const filter = { ...filterOf(settings), keepRoot: contained };
  return [
    contained ? containerCpu() : linuxCpu(files),
    contained ? containerMemory() : linuxMemory(files),
    linuxDisks(files, filter, new SpaceReader(settings.statfsTimeoutMs)),
    linuxNetwork(files, settings.interfacesExclude),
  ];
}

function filterOf(settings: AgentValues) {
  return {
    mountpoints: settings.mountsExclude,
    fsTypes: settings.fsTypesExclude,
    sources: settings.devicesExclude,
    interfaces: settings.interfacesExclude,
  };
}
