import { dashboard } from './dashboard';
import { dataView } from './dataView';
import { hostPanels } from './hostPanels';
import { pipelinePanels } from './pipelinePanels';
import { SavedObject } from './savedObject';

/** Everything that gomon keeps in Kibana; what is referred to stands before what refers to it. */
export const kibanaObjects: SavedObject[] = [
  dataView,
  ...hostPanels,
  ...pipelinePanels,
  dashboard({
    id: 'gomon-hosts',
    title: 'gomon: hosts',
    description: 'CPU, memory, disk and network, from the logged samples.',
    panels: hostPanels,
  }),
  dashboard({
    id: 'gomon-logs-pipeline',
    title: 'gomon: logs pipeline',
    description: 'How lines get here, and what went wrong on the way.',
    panels: pipelinePanels,
  }),
];
