import type { CriteriaOfTime } from '@dacsan/modules/law'
import type { PortalMessages } from '#lib/messages/portal/vi.ts'
import { say } from '#lib/say.ts'

/** By which criteria a product was judged, in words; null where that is not known. */
export function criteriaWords({ decision, sets, inferred }: CriteriaOfTime, m: PortalMessages): string | null {
  if (decision === null) return null
  const set = sets.length === 0 ? m.product.setUnknown : sets.join(` ${m.product.or} `)
  const how = inferred && sets.length > 0 ? ` (${m.product.setByName})` : ''
  return `${say(m.product.decision, { decision })}: ${set}${how}`
}
