/**
 * A person at the portal, in Chromium.
 *
 * @packageDocumentation
 */
export { findChromium } from './findChromium';
export { holdAnswers } from './holdAnswers';
export { judgeView } from './judge/judgeView';
export { applyLook } from './judge/look';
export type { Look } from './judge/look';
export { motionOf } from './judge/motionOf';
export { launchChromium } from './launchChromium';
export { violationsOf } from './judge/violationsOf';
export { openPortal } from './openPortal';
export type { OpenPortal } from './openPortal';
export { startBarePortal } from './startBarePortal';
export type { BarePortal, BarePortalOptions } from './startBarePortal';
export { tabTo } from './tabTo';
export { codeQualityViews } from './views/codeQualityViews';
export { deploymentViews } from './views/deploymentViews';
export { logsViews } from './views/logsViews';
export { metricsViews } from './views/metricsViews';
export type { View } from './views/view';
