import type { NetUnit } from './net-content.ts'

/** How people write the units of net content. */
export const netUnitWords: Readonly<Record<string, NetUnit>> = {
  kg: 'KGM',
  gram: 'GRM',
  gam: 'GRM',
  gr: 'GRM',
  g: 'GRM',
  ml: 'MLT',
  lít: 'LTR',
  lit: 'LTR',
  l: 'LTR',
}
