/** What the quality-gate card itself says. */
export const qualityMessages = {
  card: 'Code quality',
  passed: '{{project}} passes {{gate}}.',
  failed_one: '{{project}} fails {{gate}}: {{count}} condition is not met.',
  failed_other: '{{project}} fails {{gate}}: {{count}} conditions are not met.',
  none: '{{project}} has no verdict: {{gate}} had nothing to judge.',
  noNewCode: '{{gate}} judges new code, and there is none yet.',
  analysed: 'analysed',
  conditions: 'Conditions of {{gate}}',
  fewNewLines:
    'Coverage and duplication do not count yet: there are fewer than 20 new lines.',
  measures: 'All code of {{project}}',
  trend: '{{title}} from {{from}} to {{to}} over {{analyses}} analyses',
  open: 'Open {{project}} in SonarQube',
  pending: 'gomon has not asked SonarQube yet.',
  pendingHint: 'It does so within seconds of its start.',
  notAnalysed: '{{project}} has not been analysed yet.',
  notAnalysedHint: 'Analyse it once, for example by `yarn quality`.',
  notSetUp: 'Nobody told this portal where SonarQube is.',
  notSetUpHint:
    'Add it to app-config.yaml, with a token of a user that may browse the project.',
  unauthorised: 'SonarQube refuses the credential of this portal.',
  unauthorisedHint:
    'The verdict on {{project}} still holds; it cannot be seen. Make a new token (My Account, Security). ({{reason}})',
  unreachable: 'SonarQube does not answer.',
  unreachableHint:
    'What runs goes on running. It is being asked again and again. ({{reason}})',
  notFound: 'SonarQube has no project {{project}}.',
  notFoundHint:
    'Compare the annotation sonarqube.org/project-key of this entity with the keys in SonarQube, and see whether the portal may browse that project.',
} as const;
