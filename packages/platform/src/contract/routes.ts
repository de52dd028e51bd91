/** One host of the ingress. */
export interface RouteContract {
  file: string;
  service: string;
  port: number;
  /** Whether the ingress itself asks for a login, because what is behind it does not. */
  login: boolean;
}

/** The hosts of the ingress: the specification's four, and the portal's. */
export const ROUTES: Record<string, RouteContract> = {
  'grafana.local': {
    file: 'ingress/monitoring-ingress.yaml',
    service: 'grafana',
    port: 3000,
    login: false,
  },
  'kibana.local': {
    file: 'ingress/monitoring-ingress.yaml',
    service: 'kibana',
    port: 5601,
    login: true,
  },
  'victoria.local': {
    file: 'ingress/monitoring-ingress.yaml',
    service: 'victoria-metrics',
    port: 8428,
    login: true,
  },
  'sonarqube.local': {
    file: 'sonar/sonarqube-ingress.yaml',
    service: 'sonarqube',
    port: 9000,
    login: false,
  },
  'portal.local': {
    file: 'portal/portal-ingress.yaml',
    service: 'portal',
    port: 7007,
    login: false,
  },
};
