/**
 * A person at the portal, in Chromium.
 *
 * @packageDocumentation
 */
export { findChromium } from './findChromium';
export { judgeView } from './judge/judgeView';
export type { Look } from './judge/judgeView';
export { launchChromium } from './launchChromium';
export { violationsOf } from './judge/violationsOf';
export { openPortal } from './openPortal';
export type { OpenPortal } from './openPortal';
export { tabTo } from './tabTo';
export { metricsViews } from './views/metricsViews';
export type { View } from './views/view';
