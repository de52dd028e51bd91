/**
 * The platform on Kubernetes: what `k8s/` must be, and the commands that check a cluster against it.
 *
 * @packageDocumentation
 */
export { buildOverlay, canBuildOverlays } from './manifests/kustomize';
export { nameOf } from './manifests/object';
export type { KubernetesObject } from './manifests/object';
export { quantity } from './manifests/quantity';
export { SPECIFIED } from './contract/workloads';
export type { ContainerContract, WorkloadContract } from './contract/workloads';
export { ACCESS } from './cluster/access';
export type { AccessQuestion } from './cluster/access';
export { copyContext } from './images/buildContext';
export { buildImage, canBuildImages } from './images/buildImage';
export type { BuiltImage } from './images/buildImage';
export { container } from './images/container';
export { podPart } from './images/podPart';
export type { PodPart } from './images/podPart';
export { canLimit, limitedGroup } from './resources/limitedGroup';
export type { LimitedGroup } from './resources/limitedGroup';
export { parseReading, readingScript } from './resources/reading';
export type { CgroupReading } from './resources/reading';
export { countPods } from './cluster/podCount';
export type { ListedPod, PodCount } from './cluster/podCount';
export { volumesForClaims } from './cluster/volumes';
export {
  KUBERNETES_VALIDATE_VERSION,
  kubernetesValidate,
} from './schema/kubernetesValidate';
export { ARGO_CD_VERSION, argoCdDefinitions } from './schema/argoCd';
export { scoreCriticals } from './score/kubeScore';
