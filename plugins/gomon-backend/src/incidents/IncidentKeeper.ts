import { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { EntityHealth } from '@gomon/plugin-gomon-common';
import { Topology } from '@gomon/plugin-gomon-node';
import { Knex } from 'knex';
import { Snapshot } from '../engine/StateStore';
import { SilenceStore } from '../silences/SilenceStore';
import { ageInWords } from '../words/age';
import { Incident, trackIncidents } from './track';

/** Keeps incidents, and tells owners: once when one has lasted, once when it is over. */
export class IncidentKeeper {
  constructor(
    private readonly options: {
      knex: Knex;
      silences: SilenceStore;
      notifications: NotificationService;
      logger: LoggerService;
      /** How long an incident lasts before its owner is told, in milliseconds. */
      afterMs: number;
    },
  ) {}

  async afterCycle(
    { states, pipelines }: Snapshot,
    topology: Topology,
    now: Date,
  ): Promise<void> {
    const { knex, silences, afterMs } = this.options;
    const healths = new Map(
      [...states].map(([ref, { health }]) => [ref, health]),
    );
    const open = await this.#open();
    const active = await silences.active(now);
    const silenced = new Set(active.map(({ entityRef }) => entityRef));
    const changes = trackIncidents(open, healths, silenced, afterMs, now);
    for (const { entityRef, openedAt } of changes.opened) {
      await knex('incidents')
        .insert({ entity_ref: entityRef, opened_at: openedAt })
        .onConflict('entity_ref')
        .ignore();
    }
    for (const incident of changes.due) {
      const causes = pipelines.flatMap(pipeline => pipeline.causes);
      const meaning = causes.find(
        cause => cause.entityRef === incident.entityRef,
      )?.meaning;
      await this.#tellBegin(
        incident,
        healths.get(incident.entityRef)!,
        meaning,
        topology,
      );
      // Marked whether or not it could be delivered: nobody wants the same news every five seconds.
      await knex('incidents')
        .where({ entity_ref: incident.entityRef })
        .update({ notified_at: now.getTime() });
    }
    for (const incident of changes.closed) {
      await knex('incidents')
        .where({ entity_ref: incident.entityRef })
        .delete();
      if (incident.notifiedAt) await this.#tellEnd(incident, topology, now);
    }
    await silences.endAcknowledgements(
      changes.closed.map(({ entityRef }) => entityRef),
      now,
    );
  }

  async #open(): Promise<Incident[]> {
    const rows = await this.options.knex('incidents').select();
    return rows.map(row => ({
      entityRef: row.entity_ref,
      openedAt: Number(row.opened_at),
      notifiedAt:
        row.notified_at === null ? undefined : Number(row.notified_at),
    }));
  }

  #tellBegin(
    incident: Incident,
    { title, status, checks }: EntityHealth,
    meaning: string | undefined,
    topology: Topology,
  ): Promise<void> {
    const why = checks[0]?.sentence ?? '';
    return this.#send(incident, topology, {
      title: `${title} is ${status}`,
      description: [why, meaning].filter(Boolean).join(' '),
      severity: status === 'down' ? 'high' : 'normal',
    });
  }

  #tellEnd(incident: Incident, topology: Topology, now: Date): Promise<void> {
    const component = topology.components.find(
      ({ entityRef }) => entityRef === incident.entityRef,
    );
    const lasted = ageInWords(new Date(incident.openedAt), now);
    return this.#send(incident, topology, {
      title: `${component?.title ?? incident.entityRef} works again`,
      description: `It was over after ${lasted}.`,
      severity: 'low',
    });
  }

  async #send(
    { entityRef, openedAt }: Incident,
    topology: Topology,
    news: {
      title: string;
      description: string;
      severity: 'low' | 'normal' | 'high';
    },
  ): Promise<void> {
    const owners = ownersOf(entityRef, topology);
    if (owners.length === 0) return;
    const { kind, namespace, name } = parseEntityRef(entityRef);
    try {
      await this.options.notifications.send({
        recipients: { type: 'entity', entityRef: owners },
        payload: {
          ...news,
          link: `/catalog/${namespace}/${kind}/${name}/health`,
          topic: 'gomon',
          // The end replaces the beginning of the same incident.
          scope: `gomon:${entityRef}:${openedAt}`,
        },
      });
    } catch (error) {
      this.options.logger.warn(
        'An owner could not be notified',
        error as Error,
      );
    }
  }
}

function ownersOf(entityRef: string, { components }: Topology): string[] {
  const entity = components.find(
    component => component.entityRef === entityRef,
  )?.entity;
  return (entity?.relations ?? [])
    .filter(({ type }) => type === RELATION_OWNED_BY)
    .map(({ targetRef }) => targetRef);
}
