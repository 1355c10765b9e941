/** The marketplaces whose doors for machines are known here. Which of them a province uses, under which name and fees, is data of the province. */
export const marketplaceNames = ['shopee', 'tiktok-shop', 'lazada'] as const
export type MarketplaceName = (typeof marketplaceNames)[number]

/** @example isMarketplace('toString') // false */
export const isMarketplace = (text: string): text is MarketplaceName => (marketplaceNames as readonly string[]).includes(text)
