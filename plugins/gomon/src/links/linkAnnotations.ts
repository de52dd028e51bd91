import { ANNOTATION_KIBANA_DATA_VIEW } from '@gomon/plugin-gomon-common';
import {
  ANNOTATION_DASHBOARD_SELECTOR,
  ANNOTATION_OVERVIEW_DASHBOARD,
} from './grafana';

/** An entity with any of these can be seen elsewhere. */
export const linkAnnotations = [
  ANNOTATION_OVERVIEW_DASHBOARD,
  ANNOTATION_DASHBOARD_SELECTOR,
  ANNOTATION_KIBANA_DATA_VIEW,
];
