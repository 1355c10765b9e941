import type { CertificateState, FacetName, ProducerKind, Aisle } from '@dacsan/modules/catalogue/rules'
import type { PortalMessages } from '#lib/messages/portal/vi.ts'
import { say } from '#lib/say.ts'

/** A facet's value in the reader's language; `label` is the name of a place. */
export function facetLabel(
  name: FacetName,
  value: string,
  label: string | null,
  m: PortalMessages,
  setNames: Record<string, string>,
): string {
  if (name === 'stars')
    return value === 'unknown' ? m.starsUnknown : value === 'potential-five' ? m.potentialFive : say(m.stars, { n: value })
  if (name === 'sale') return m.onSale
  if (name === 'standing') return m.states[value as CertificateState]
  if (name === 'aisle') return m.aisles[value as Aisle]
  if (name === 'producerKind') return m.kinds[value as ProducerKind]
  if (name === 'set') return setNames[value] ?? value
  return label ?? value
}
