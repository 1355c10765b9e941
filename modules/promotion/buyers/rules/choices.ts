export const buyerKinds = ['shop', 'hotel', 'canteen', 'distributor', 'trade-office', 'other'] as const
export type BuyerKind = (typeof buyerKinds)[number]
/** What a buyer wants to see or have before it orders. */
export const needs = ['price-list', 'certificates', 'test-reports', 'sample', 'shelf-life', 'invoice'] as const
export type Need = (typeof needs)[number]
export const buyerLanguages = ['vi', 'en', 'km'] as const
export type BuyerLanguage = (typeof buyerLanguages)[number]
export const endReasons = ['price', 'quantity', 'papers', 'quality', 'delivery', 'no-answer', 'broken-promise', 'other'] as const
export type EndReason = (typeof endReasons)[number]
export const slotOutcomes = ['met', 'buyer-absent', 'producer-absent'] as const
export type SlotOutcome = (typeof slotOutcomes)[number]
