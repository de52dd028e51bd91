import {
  VariableHide,
  VariableRefresh,
  VariableSort,
  type VariableModel,
} from '@grafana/schema';
import { DATA_SOURCE } from './panel';

/** Where the portal answers; a provisioned Grafana elsewhere than in k8s/ changes this one value. */
export const PORTAL_URL = 'http://portal.local';

interface LabelVariable {
  name: string;
  label: string;
  description: string;
  /** The label whose values are offered, and the series that have it. */
  values: { label: string; of: string };
  multi: boolean;
}

/** A variable whose values are those of a label. "All" is any value, and none. */
function labelVariable(spec: LabelVariable): VariableModel {
  const { description, label, multi, name, values } = spec;
  const query = `label_values(${values.of}, ${values.label})`;
  return {
    type: 'query',
    name,
    label,
    description,
    datasource: DATA_SOURCE,
    query: { qryType: 1, query, refId: name },
    refresh: VariableRefresh.onTimeRangeChanged,
    sort: VariableSort.naturalAsc,
    multi,
    includeAll: multi,
    ...(multi && {
      allValue: '.*',
      current: { text: ['All'], value: ['$__all'] },
    }),
  };
}

/** Series without the label belong to every environment: it is optional. */
export const environmentVariable = labelVariable({
  name: 'environment',
  label: 'Environment',
  description: 'Series without an environment of their own show under All.',
  values: { label: 'environment', of: 'mem_usage_percent{job="gomon"}' },
  multi: true,
});

/** One host. */
export const hostVariable = labelVariable({
  name: 'host',
  label: 'Host',
  description: 'The label instance of its series.',
  values: {
    label: 'instance',
    of: 'mem_usage_percent{job="gomon", environment=~"$environment"}',
  },
  multi: false,
});

/** Hosts, all of them at first. */
export const hostsVariable = labelVariable({
  name: 'host',
  label: 'Hosts',
  description: 'The label instance of their series.',
  values: {
    label: 'instance',
    of: 'mem_usage_percent{job="gomon", environment=~"$environment"}',
  },
  multi: true,
});

/** Mount points of the chosen hosts. */
export const mountpointVariable = labelVariable({
  name: 'mountpoint',
  label: 'Mount point',
  description: 'Where a disk is mounted.',
  values: {
    label: 'mountpoint',
    of: 'disk_used_percent{job="gomon", environment=~"$environment", instance=~"$host"}',
  },
  multi: true,
});

/** Network interfaces of the chosen hosts. */
export const interfaceVariable = labelVariable({
  name: 'interface',
  label: 'Interface',
  description: 'A network interface; Go agents tell all of them as one, `all`.',
  values: {
    label: 'interface',
    of: 'int_bytes_recv_mb{job="gomon", environment=~"$environment", instance=~"$host"}',
  },
  multi: true,
});

/** Where the portal answers; hidden, since nobody chooses it. */
export function portalVariable(): VariableModel {
  return {
    type: 'constant',
    name: 'portal',
    label: 'Portal',
    description: 'Address of the portal, for links.',
    hide: VariableHide.hideVariable,
    query: PORTAL_URL,
    current: { text: PORTAL_URL, value: PORTAL_URL },
    skipUrlSync: true,
  };
}
