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
