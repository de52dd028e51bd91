import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/**
 * Every word that the plugin itself says. Sentences of checks and causes come from the backend.
 *
 * @public
 */
export const gomonTranslationRef = createTranslationRef({
  id: 'plugin.gomon',
  messages: {
    status: {
      ok: 'ok',
      degraded: 'degraded',
      down: 'down',
      unknown: 'unknown',
      unauthorised: 'no access',
      'not-configured': 'not set up',
      named: '{{name}}: {{status}}',
      lasting: '{{status}} for {{span}}',
      loading: 'Loading',
    },
    time: {
      ago: '{{span}} ago',
      since: 'since {{time}}',
      updated: 'updated {{span}} ago',
      stale: 'stale: last updated {{span}} ago',
    },
    unit: {
      messages_one: '{{value}} message',
      messages_other: '{{value}} messages',
      messagesPerSecond: '{{value}} messages/s',
      samples_one: '{{value}} sample',
      samples_other: '{{value}} samples',
      samplesPerSecond: '{{value}} samples/s',
      lines_one: '{{value}} line',
      lines_other: '{{value}} lines',
      linesPerSecond: '{{value}} lines/s',
      documents_one: '{{value}} document',
      documents_other: '{{value}} documents',
      documentsPerSecond: '{{value}} documents/s',
    },
    copy: {
      button: 'Copy',
      done: 'Copied',
      command: 'Copy command: {{command}}',
      failed: 'The browser did not allow copying: select the text instead',
    },
    verdict: {
      region: 'What is wrong, and what to do',
      calmRegion: 'How it is going',
      healthy_one: 'The {{names}} pipeline is healthy.',
      healthy_other: 'All {{count}} pipelines are healthy: {{names}}.',
      nothingLost: 'nothing is lost',
      hostsReport_one: '{{reporting}} of {{hosts}} host reports',
      hostsReport_other: '{{reporting}} of {{hosts}} hosts report',
      newestSample: 'the newest sample is {{span}} old',
      notSetUp_one: '{{names}} is not set up yet.',
      notSetUp_other: '{{names}} are not set up yet.',
      nothingSetUp: 'gomon does not know yet where your systems are.',
      nothingSetUpHint:
        'Open any stage below: its Health tab has the configuration lines to add.',
      blind_one: 'gomon cannot tell how {{names}} is doing.',
      blind_other: 'gomon cannot tell how {{names}} are doing.',
      blindHint: 'Open the stages below: each says why it could not be seen.',
      looking: 'gomon is taking its first look.',
      lookingHint: 'The first figures appear within a minute.',
      also: 'Also',
      action: 'What to do:',
      open: 'Open',

      checks: 'See its checks',
      checksNamed: 'See its checks: {{name}}',
    },
    headline: { region: 'Key figures', of: '{{part}} of {{whole}}' },
    pipeline: {
      region: '{{title}} pipeline',
      sendsTo: 'sends to {{name}}:',
      still: 'standing still',
      noFlow: 'no figures yet',
      empty: 'No stages yet',
      emptyHint:
        'A stage is a catalog entity with these annotations. Add them to the entities of this pipeline:',
    },
    page: {
      title: 'gomon',
      pipelines: 'Pipelines',
      hosts: 'Hosts',
      timeline: 'Timeline',
      environment: 'Environment',
      empty: 'No pipeline yet',
      emptyHint:
        'gomon draws its pipelines from the catalog. Register the catalog file of the platform, whose entities carry annotations such as:',
    },
    problem: {
      unauthenticated: 'Your session is over.',
      unauthenticatedHint: 'Sign in again to go on.',
      forbidden: 'You may not see the health of the platform.',
      forbiddenHint:
        'Ask the owner of this portal for the permission gomon.health.read.',
      notInstalled: "gomon's backend is not part of this portal yet.",
      notInstalledHint:
        'Add it to packages/backend/src/index.ts and start the backend again:',
      unreachable: "The portal's backend does not answer.",
      unreachableHint:
        'It is being asked again and again; this page comes back by itself. If it stays away, look at the log of the backend.',
      source: 'The system that holds these figures does not answer.',
      sourceHint:
        'It is being asked again and again. The page of pipelines says whether it is down.',
      noHost: 'No such host',
      noHostHint:
        'It may have been renamed, or its samples are past their retention.',
      failed: 'The backend could not answer.',
      failedHint:
        'It is being asked again and again. The log of the backend says more.',
      neverSeen: 'gomon has not looked at this component yet.',
      neverSeenHint:
        'A component that was just registered is looked at within a minute. If it stays away, check its annotation gomon.io/stage.',
      again: 'Ask again now',
      details: 'Details',
    },
    stale: {
      title: 'These figures are {{span}} old.',
      hint: 'The health engine has not finished a look since then: see the log of the backend.',
    },
    home: { open: 'Open gomon' },
    hosts: {
      title: 'Hosts',
      search: 'Search hosts',
      status: 'Status',
      all: 'all',
      order: 'Order',
      sort: {
        status: 'silent first',
        name: 'name',
        lastSampleAt: 'newest sample',
        cpu: 'CPU used',
        memory: 'memory used',
        disk: 'disk used',
      },
      column: {
        name: 'Host',
        lastSampleAt: 'Newest sample',
        cpu: 'CPU',
        memory: 'Memory',
        disk: 'Fullest disk',
      },
      count_one: '{{value}} host',
      count_other: '{{value}} hosts',
      missing_one: '{{value}} message missing',
      missing_other: '{{value}} messages missing',
      newest: 'Newest sample {{span}} ago.',
      back: 'All hosts',
      none: 'No host fits',
      noneHint: 'Search for less, or show all statuses.',
      never: 'No host has reported yet',
      neverHint:
        'A host appears within a minute of its first sample. Start an agent on it with:',
    },
    timeline: {
      title: 'Timeline',
      uptime: 'ok',
      events: 'What changed',
      change: '{{from}} → {{to}}',
      unseen: 'not observed in this time',
      cut: 'There were more events than fit: choose a shorter time to see them all.',
      none: 'Nothing changed in this time',
      noneHint: 'Look further back to see when something last did.',
    },
    range: { label: 'How far back to look' },
    links: {
      card: 'Grafana and Kibana',
      dashboard: 'Dashboard {{name}} in Grafana, range {{span}}',
      dashboards: 'Dashboards for {{name}} in Grafana',
      logs: 'Log lines of {{name}} in Kibana, range {{span}}',
      missing: {
        grafana:
          'This component has a dashboard, but nobody has told the portal where Grafana is. Add to app-config.yaml:',
        kibana:
          'This component has log lines, but nobody has told the portal where Kibana is. Add to app-config.yaml:',
      },
    },
    chart: {
      label: '{{title}} over time',
      between: 'between {{min}} and {{max}}',
      steady: 'steady at {{value}}',
      empty: 'no samples in this time',
      missing: 'no sample',
      none: 'No figures in this time',
      noneHint: 'Choose a longer time, or come back when some have been seen.',
      left_one: 'and {{value}} more that stays lower',
      left_other: 'and {{value}} more that stay lower',
    },
    health: {
      tab: 'Health',
      region: 'Health of {{name}}',
      checks: 'Checks',
      check: 'Check',
      now: 'Now',
      limit: 'Limit',
      age: 'Seen',
      none: 'none',
      noChecks: 'No check looks at this component yet.',
      noChecksHint:
        'gomon knows its place in the pipeline, but none of the configured probes reads it.',
      history: 'History',
      okShare: 'ok for {{share}} of the observed time',
      runbook: 'Runbook',
      runbookHint:
        'Commands for this component, with its namespace and name filled in.',
      links: 'Links',
      allHold_one: 'Its check holds.',
      allHold_other: 'All {{count}} checks hold.',
      affectedBy: 'Because of',
      card: 'Health',
      openTab: 'All checks',
    },
  },
});
