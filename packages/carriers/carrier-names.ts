/** The carriers whose protocols stand here. */
export const carrierNames = ['ghn', 'ghtk', 'viettelpost', 'vnpost'] as const
export type CarrierName = (typeof carrierNames)[number]
