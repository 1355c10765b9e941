import type { CertificateState, Facet, FacetName, PriceBand, ProducerKind, Aisle } from '@dacsan/modules/catalogue/rules'
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
  const place = () => label ?? value
  const labels: Record<FacetName, () => string> = {
    stars: () => ({ unknown: m.starsUnknown, 'potential-five': m.potentialFive })[value] ?? say(m.stars, { n: value }),
    sale: () => m.onSale,
    price: () => m.bands[value as PriceBand],
    delivery: () => m.deliveries[value as 'cold' | 'usual'],
    standing: () => m.states[value as CertificateState],
    aisle: () => m.aisles[value as Aisle],
    producerKind: () => m.kinds[value as ProducerKind],
    set: () => setNames[value] ?? value,
    commune: place,
    district: place,
  }
  return labels[name]()
}

/** The values with the most products first, those with as many by their names. */
export const mostFirst = (a: Facet, b: Facet): number => b.count - a.count || (a.label ?? a.value).localeCompare(b.label ?? b.value, 'vi')
