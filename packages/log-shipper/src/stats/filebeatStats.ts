/** What is known of the shipper at one moment, as far as Filebeat would tell it. */
export interface TailFigures {
  uptimeMs: number;
  openFiles: number;
  /** Lines read. */
  read: number;
  /** Lines that Logstash has taken. */
  acknowledged: number;
}

/** The part of Filebeat's `/stats` that gomon's probe reads, filled by the shipper ("HTTP endpoint", Filebeat reference). */
export function filebeatStats(figures: TailFigures) {
  const { acknowledged, openFiles, read, uptimeMs } = figures;
  const active = read - acknowledged;
  return {
    beat: {
      info: {
        name: 'development shipper',
        uptime: { ms: uptimeMs },
        version: 'development',
      },
    },
    filebeat: {
      events: { active, added: read, done: acknowledged },
      harvester: { open_files: openFiles, running: openFiles },
    },
    libbeat: {
      output: {
        events: { acked: acknowledged, active, dropped: 0, failed: 0 },
        type: 'logstash',
      },
      pipeline: {
        events: {
          active,
          dropped: 0,
          failed: 0,
          filtered: 0,
          published: read,
          total: read,
        },
      },
    },
  };
}
