/** UN/ECE Recommendation 20: kilogram, gram, litre, millilitre. */
export type NetUnit = 'KGM' | 'GRM' | 'LTR' | 'MLT'

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
