import { EntityHealth, Status } from '@gomon/plugin-gomon-common';
import { Incident, trackIncidents } from './track';

const now = new Date(1_000_000);
const LASTS_MS = 60_000;

function health(
  name: string,
  role: EntityHealth['role'],
  status: Status = 'down',
) {
  return { entityRef: name, role, status } as EntityHealth;
}

function track(
  open: Incident[],
  healths: EntityHealth[],
  silenced: string[] = [],
) {
  const changes = trackIncidents(
    open,
    new Map(healths.map(entry => [entry.entityRef, entry])),
    new Set(silenced),
    LASTS_MS,
    now,
  );
  const refs = (incidents: Incident[]) =>
    incidents.map(({ entityRef }) => entityRef);
  return {
    opened: refs(changes.opened),
    due: refs(changes.due),
    closed: refs(changes.closed),
  };
}

const old: Incident = { entityRef: 'vm', openedAt: now.getTime() - LASTS_MS };

describe('trackIncidents', () => {
  it('opens one for a cause, none for who is only affected', () => {
    const healths = [health('vm', 'cause'), health('aggregator', 'affected')];
    expect(track([], healths)).toEqual({ opened: ['vm'], due: [], closed: [] });
  });

  it('tells nobody before it has lasted', () => {
    const young = { ...old, openedAt: now.getTime() - 1000 };
    expect(track([young], [health('vm', 'cause')]).due).toEqual([]);
  });

  it('is due once it has lasted, and only once', () => {
    expect(track([old], [health('vm', 'cause')]).due).toEqual(['vm']);
    const told = { ...old, notifiedAt: now.getTime() - 1 };
    expect(track([told], [health('vm', 'cause')]).due).toEqual([]);
  });

  it('waits while it is silenced', () => {
    expect(track([old], [health('vm', 'cause')], ['vm']).due).toEqual([]);
  });

  it('is over when the component is no cause any more, or gone', () => {
    expect(track([old], [health('vm', 'none', 'ok')]).closed).toEqual(['vm']);
    expect(track([old], []).closed).toEqual(['vm']);
  });
});
