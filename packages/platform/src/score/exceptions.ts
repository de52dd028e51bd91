/** Something that kube-score calls critical and that is meant to be so. */
export interface Exception {
  check: string;
  /** `Kind name`; every object where it is absent. */
  object?: string;
  reason: string;
}

export const EXCEPTIONS: Exception[] = [
  {
    check: 'container-security-context-user-group-id',
    reason:
      'The ids are those of the images: their files belong to them. Pod Security refuses root all the same.',
  },
  {
    check: 'container-image-pull-policy',
    reason:
      'Every image has a pinned version. With Always, a registry that is down would keep a pod from starting again.',
  },
  {
    check: 'pod-networkpolicy',
    object: 'Deployment logstash',
    reason:
      'Only in the overlay that puts Logstash on the network of its node: policies do not reach pods there.',
  },
];
