/** A project as `api/components/show` answers it. */
export const project = {
  key: 'gomon',
  name: 'gomon',
  qualifier: 'TRK',
  analysisDate: '2026-01-01T10:00:00+0000',
};

/** Figures of its newest analysis, by metric, as `api/measures/component` answers them. */
export const measures = {
  bugs: '0',
  code_smells: '31',
  coverage: '92.4',
  duplicated_lines_density: '0.6',
  ncloc: '38211',
  reliability_rating: '1.0',
  security_hotspots: '0',
  security_hotspots_reviewed: '100.0',
  security_rating: '1.0',
  security_review_rating: '1.0',
  sqale_rating: '1.0',
  vulnerabilities: '0',
  new_lines_to_cover: '20',
  new_uncovered_lines: '10',
};
