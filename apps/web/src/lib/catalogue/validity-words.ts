import type { CertificateState, ProductCard } from '@dacsan/modules/catalogue/rules'
import type { Language } from '#lib/languages.ts'
import type { PortalMessages } from '#lib/messages/portal/vi.ts'
import { sayDay } from '#lib/say-day.ts'
import { say } from '#lib/say.ts'

/** When the certificate ends or ended, and how we know. */
export function validityWords(product: ProductCard, state: CertificateState, lang: Language, m: PortalMessages): string | null {
  if (product.standing === 'none') return null
  if (product.certifiedUntil === null) return m.noEnd
  const date = sayDay(lang, product.certifiedUntil)
  const fromYear = product.validityInferred && product.certifiedFrom === null
  const sentence = say(state === 'expired' ? (fromYear ? m.endedAtLatest : m.endedOn) : m.validUntil, { date })
  if (!product.validityInferred) return sentence
  const how = fromYear ? say(m.inferredFromYear, { year: product.certifiedYear ?? '' }) : m.inferredFromDay
  return `${sentence} (${how})`
}

/** “4 sao”, “Tiềm năng 5 sao”, or that the rank is not known. */
export function rankWords(product: Pick<ProductCard, 'stars' | 'potentialFive' | 'standing'>, m: PortalMessages): string {
  if (product.stars !== null) return say(m.stars, { n: product.stars })
  return product.potentialFive ? m.potentialFive : product.standing === 'none' ? m.states.none : m.starsUnknown
}
