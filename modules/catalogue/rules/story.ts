import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'

/** What the producer itself tells about a product; none of it is part of the recognition. */
export type Story = {
  description: string | null
  story: string | null
  netContent: string | null
  ingredients: string | null
  storage: string | null
  usageNote: string | null
  brand: string | null
  gtin: string | null
}

export type StoryRefusal = { code: 'gtin-taken'; gtin: string } | { code: 'gtin-on-labels'; gtin: string }

/**
 * A GTIN names one product for ever: another product's number is refused, and so is changing one that labels may carry already
 * (GS1 General Specifications, section 4.3: a number is not reused).
 */
export function decideStory(
  current: Pick<Story, 'gtin'>,
  wanted: Story,
  facts: { gtinOwner: 'nobody' | 'this' | 'another' },
): Decision<Story, StoryRefusal> {
  if (wanted.gtin !== null && facts.gtinOwner === 'another') return refuse('gtin-taken', { gtin: wanted.gtin })
  if (current.gtin !== null && wanted.gtin !== current.gtin) return refuse('gtin-on-labels', { gtin: current.gtin })
  return accept(wanted)
}
