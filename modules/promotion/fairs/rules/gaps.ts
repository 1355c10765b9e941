import type { PlainDate } from '@dacsan/vietnam'

export const gapCodes = ['products', 'certificate', 'phone', 'food-safety', 'food-safety-ends', 'samples', 'recall'] as const
export type Gap = (typeof gapCodes)[number]

type Application = {
  products: readonly { isCertified: boolean; certifiedUntil: PlainDate | null; hasOpenRecall: boolean }[]
  contactPhone: string | null
  foodSafetyNumber: string | null
  foodSafetyUntil: PlainDate | null
  promisesSamples: boolean
}

/** What an application lacks, said at once and all of it. */
export function gapsOf(fair: { closesOn: PlainDate; samples: string }, application: Application): Gap[] {
  const { products, contactPhone, foodSafetyNumber, foodSafetyUntil, promisesSamples } = application
  const holds = products.some(
    ({ isCertified, certifiedUntil }) => isCertified && certifiedUntil !== null && certifiedUntil >= fair.closesOn,
  )
  return [
    ...(products.length === 0 ? ['products' as const] : holds ? [] : ['certificate' as const]),
    ...(contactPhone ? [] : ['phone' as const]),
    ...(foodSafetyNumber && foodSafetyUntil ? [] : ['food-safety' as const]),
    ...(foodSafetyUntil !== null && foodSafetyUntil < fair.closesOn ? ['food-safety-ends' as const] : []),
    ...(fair.samples && !promisesSamples ? ['samples' as const] : []),
    ...(products.some(({ hasOpenRecall }) => hasOpenRecall) ? ['recall' as const] : []),
  ]
}
