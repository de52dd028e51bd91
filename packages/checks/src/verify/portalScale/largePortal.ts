import { waitUntil } from '@gomon/dev-stack';
import {
  COMPONENTS_PER_SITE,
  HOSTS_PER_SITE,
  LargePlatform,
} from '@gomon/fleet';

const WITHIN_MS = 600_000;

/** What a portal shows of a platform. */
export interface Shown {
  hosts: number;
  components: number;
}

/** Resolves when the portal has seen every host and component; rejects when that does not come. */
export async function untilAllIsShown(
  url: string,
  { size }: LargePlatform,
): Promise<Shown> {
  const wanted: Shown = {
    hosts: size.sites * HOSTS_PER_SITE,
    components: size.sites * COMPONENTS_PER_SITE,
  };
  let shown: Shown = { hosts: 0, components: 0 };
  const isAll = await waitUntil(
    async () => {
      shown = await shownBy(url);
      return (
        shown.hosts >= wanted.hosts && shown.components >= wanted.components
      );
    },
    { withinMs: WITHIN_MS, everyMs: 5000 },
  );
  if (isAll) return shown;
  throw new Error(
    `The portal shows ${shown.hosts} of ${wanted.hosts} hosts and ${shown.components} of ${wanted.components} components`,
  );
}

async function shownBy(url: string): Promise<Shown> {
  const signIn = await fetch(`${url}/api/auth/guest/refresh`);
  const { backstageIdentity } = await signIn.json();
  const ask = async (path: string) => {
    const answer = await fetch(`${url}/api/gomon/${path}`, {
      headers: { authorization: `Bearer ${backstageIdentity.token}` },
    });
    return answer.json();
  };
  const { totalItems = 0 } = await ask('hosts?limit=1');
  let page = await ask('entities?limit=500');
  let components = page.items.length;
  while (page.pageInfo.nextCursor) {
    const cursor = encodeURIComponent(page.pageInfo.nextCursor);
    page = await ask(`entities?limit=500&cursor=${cursor}`);
    components += page.items.length;
  }
  return { hosts: totalItems, components };
}
