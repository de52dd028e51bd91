import { askRunningStack, main, Problem } from '@gomon/dev-stack';
import { openPortal } from '@gomon/portal-browser';
import {
  brokenPictures,
  calmPictures,
  type Picture,
} from '../screenshots/pictures';
import { takePictures } from '../screenshots/takePictures';

const VICTORIA_METRICS = 'victoria-metrics';

/** The portal of the stack that runs: its development server, else the backend that serves the built one. */
async function portalUrl(): Promise<string> {
  const components = await askRunningStack('status');
  const addressOf = (name: string) =>
    components.find(component => component.name === name)?.address;
  const url = addressOf('frontend') ?? addressOf('backend');
  if (!url) {
    throw new Problem(
      'The stack that runs has no portal: start it by `yarn dev`, without --services-only.',
    );
  }
  return url;
}

/** `yarn screenshots [NAME ...]`: all pictures, or those that are named. */
async function screenshots(names: string[]): Promise<number> {
  const all = [...calmPictures, ...brokenPictures].map(({ name }) => name);
  const unknown = names.find(name => !all.includes(name));
  if (unknown) {
    throw new Problem(
      `There is no picture ${unknown}: there is ${all.join(', ')}.`,
    );
  }
  const wanted = ({ name }: Picture) =>
    names.length === 0 || names.includes(name);
  const calm = calmPictures.filter(wanted);
  const broken = brokenPictures.filter(wanted);

  const url = await portalUrl();
  const { page, close } = await openPortal(url);
  try {
    await takePictures(page, url, calm);
    if (broken.length > 0) {
      await askRunningStack('kill', VICTORIA_METRICS);
      try {
        await takePictures(page, url, broken);
      } finally {
        await askRunningStack('start', VICTORIA_METRICS);
      }
    }
  } finally {
    await close();
  }
  return 0;
}

main(() => screenshots(process.argv.slice(2)));
