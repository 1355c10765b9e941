import { allocate } from '@dacsan/vietnam'

export const costKinds = [
  'lecturer',
  'write-text',
  'edit-text',
  'appraise-text',
  'online-hour',
  'meal',
  'travel',
  'lodging',
  'venue',
  'material',
  'other',
] as const
export type CostKind = (typeof costKinds)[number]
/** The kinds of which the law says a norm that is on file. */
export const normedKinds = ['write-text', 'edit-text', 'appraise-text', 'online-hour'] as const
export type NormedKind = (typeof normedKinds)[number]

/** By what a cost of several classes is parted: their hours, the people in them, or equally. */
export const shareKeys = ['hours', 'people', 'classes'] as const
export type ShareKey = (typeof shareKeys)[number]

export type SharingClass = { id: string; minutes: number; people: number }

const weights: Readonly<Record<ShareKey, (one: SharingClass) => number>> = {
  hours: ({ minutes }) => minutes,
  people: ({ people }) => people,
  classes: () => 1,
}

/** The part of each class, exact to the đồng; null where the key weighs nothing. */
export function shareOut(
  total: number,
  classes: readonly SharingClass[],
  key: ShareKey,
): { id: string; weight: number; amount: number }[] | null {
  const weighed = classes.map((one) => ({ id: one.id, weight: weights[key](one) }))
  const parts = allocate(total, weighed.map(({ weight }) => weight)) // prettier-ignore
  return parts.ok ? weighed.map((one, at) => ({ ...one, amount: parts.value[at]! })) : null
}
