import type { VerifyPart } from './part';
import { adoption } from './parts/adoption';
import { alerts } from './parts/alerts';
import { diagnosis } from './parts/diagnosis';
import { fuzz } from './parts/fuzz';
import { images } from './parts/images';
import { kubernetes } from './parts/kubernetes';
import { lifecycle } from './parts/lifecycle';
import { logs } from './parts/logs';
import { outage } from './parts/outage';
import { portalScale } from './parts/portalScale';
import { quality } from './parts/quality';
import { scale } from './parts/scale';
import { views } from './parts/views';

/** Every part of `yarn verify`: one file each in `parts/`, one line here. */
export const verifyParts: VerifyPart[] = [
  lifecycle,
  alerts,
  kubernetes,
  images,
  logs,
  quality,
  fuzz,
  outage,
  diagnosis,
  scale,
  portalScale,
  views,
  adoption,
];
