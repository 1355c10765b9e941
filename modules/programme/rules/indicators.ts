/** Every figure of the programme, in the order in which the report tells them. */
export const indicatorIds = [
  'register',
  'valid',
  'term-unknown',
  'expired',
  'expiring',
  'renewal-in-window',
  'renewal-late',
  'renewal-under-way',
  'potential-five',
  'awaiting-ministry',
  'producers',
  'recognised-first',
  'recognised-again',
  'upgraded',
  'withdrawn',
  'dossiers-filed',
  'dossiers-open',
  'dossiers-late',
  'lots',
  'labels',
  'scans',
  'doubts-open',
  'sales',
] as const

export type IndicatorId = (typeof indicatorIds)[number]
