import { hasTerm, showsStars, wasRecognised } from '@dacsan/modules/catalogue/rules'
import type { CertificateState, ProductCard } from '@dacsan/modules/catalogue/rules'
import type { Language } from '#lib/languages.ts'
import type { PortalMessages } from '#lib/messages/portal/vi.ts'
import { sayDay } from '#lib/say-day.ts'
import { say } from '#lib/say.ts'

const endWords = {
  certified: 'validUntil',
  expiring: 'validUntil',
  extended: 'endedOn',
  undated: 'validUntil',
  'potential-five': 'validUntil',
  expired: 'endedOn',
  none: 'validUntil',
} as const satisfies Record<Exclude<CertificateState, 'withdrawn'>, keyof PortalMessages>
/** Where the day itself is inferred from the year of assessment. */
const endWordsFromYear = { ...endWords, expired: 'endedAtLatest' } as const

/** When the certificate ends or ended, and how we know; one that was taken back has no such day any more. */
export function validityWords(product: ProductCard, state: CertificateState, lang: Language, m: PortalMessages): string | null {
  if (!wasRecognised(product) || !hasTerm(state)) return null
  if (product.certifiedUntil === null) return m.noEnd
  const date = sayDay(lang, product.certifiedUntil)
  const fromYear = product.validityInferred && product.certifiedFrom === null
  const sentence = say(m[(fromYear ? endWordsFromYear : endWords)[state]], { date })
  if (!product.validityInferred) return sentence
  const how = fromYear ? say(m.inferredFromYear, { year: product.certifiedYear ?? '' }) : m.inferredFromDay
  return `${sentence} (${how})`
}

/** “4 sao”, “Từng đạt 4 sao”, “Tiềm năng 5 sao”, or that the rank is not known. */
export function rankWords(
  product: Pick<ProductCard, 'stars' | 'potentialFive' | 'standing'>,
  state: CertificateState,
  m: PortalMessages,
): string {
  if (product.stars !== null) return say(showsStars(state) ? m.stars : m.starsOnce, { n: product.stars })
  return product.potentialFive ? m.potentialFive : wasRecognised(product) ? m.starsUnknown : m.states.none
}
