export { sonarqubeFeature } from './sonarqubeFeature';
