/**
 * Templates of contact points and of the tree of policies, for Grafana's provisioning. They hold no secret: addresses come
 * from the environment of Grafana's container, as its provisioning reads `$NAME`, and where one is not set nothing is sent.
 */
export const contactPoints = {
  apiVersion: 1,
  contactPoints: [
    {
      orgId: 1,
      name: 'gomon-on-call',
      receivers: [
        {
          uid: 'gomon-on-call',
          type: 'webhook',
          settings: { url: '$GOMON_ON_CALL_WEBHOOK_URL', httpMethod: 'POST' },
        },
      ],
    },
    {
      orgId: 1,
      name: 'gomon-team',
      receivers: [
        {
          uid: 'gomon-team',
          type: 'email',
          settings: { addresses: '$GOMON_TEAM_EMAIL', singleEmail: true },
        },
      ],
    },
  ],
};

const OWN = ['system', '=', 'gomon'];

/** What wakes somebody, and what waits. Hosts that fall silent together are one message. */
export const notificationPolicies = {
  apiVersion: 1,
  policies: [
    {
      orgId: 1,
      receiver: 'gomon-team',
      group_by: ['alertname', 'environment'],
      group_wait: '30s',
      group_interval: '5m',
      repeat_interval: '12h',
      routes: [
        {
          receiver: 'gomon-on-call',
          object_matchers: [OWN, ['severity', '=', 'critical']],
          group_by: ['alertname', 'environment'],
          repeat_interval: '1h',
        },
      ],
    },
  ],
};
