import { accept } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { decideNaming } from './pack.ts'
import type { GtinOwner, NamePackRefusal } from './pack.ts'

/** What the producer itself tells about a product; none of it is part of the recognition. */
export type Story = {
  description: string | null
  story: string | null
  /** What its default pack is called. */
  netContent: string | null
  ingredients: string | null
  storage: string | null
  usageNote: string | null
  brand: string | null
  /** Of its default pack. */
  gtin: string | null
}

export type StoryRefusal = NamePackRefusal

/** What is said of the product is free; what its default pack is called and numbered is judged as a pack. */
export function decideStory(
  current: Pick<Story, 'gtin' | 'netContent'>,
  wanted: Story,
  facts: { gtinOwner: GtinOwner },
): Decision<Story, StoryRefusal> {
  const named = decideNaming({ gtin: current.gtin, name: current.netContent }, { gtin: wanted.gtin, name: wanted.netContent }, facts)
  return named.ok ? accept(wanted) : named
}
