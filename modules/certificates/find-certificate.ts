import type { ProductId } from '../catalogue/rules.ts'
import { addDays, dateInVietnam, foldText, readCode } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { certificateNumber, extendedUntil } from '../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { ruleOn } from '../law/index.ts'
import type { Rule } from '../law/index.ts'
import { searchCertificateRows, selectCertificate, selectCertificatesOf } from './certificate.store.ts'
import { verdictOn } from './rules.ts'
import type { CertificateCard, CertificateView, TermRules } from './rules.ts'

type Reader = Pick<Ctx, 'db' | 'now'>

/** One certificate by its code, in whatever case it was typed; undefined where there is none. Certificates are public, whatever their state. */
export async function findCertificate(ctx: Reader, code: string): Promise<CertificateView | undefined> {
  const card = await selectCertificate(ctx.db, tidyCode(code))
  return card && (await viewer(ctx))(card)
}

/** Every certificate that a product has had, the latest first. */
export async function certificatesOfProduct(ctx: Reader, productId: ProductId): Promise<CertificateView[]> {
  const cards = await selectCertificatesOf(ctx.db, { productId })
  return cards.map(await viewer(ctx))
}

/** Certificates by code, decision number, product code, or words of product, producer and place; accents ignored; those in force first. */
export async function searchCertificates(
  ctx: Reader,
  text: string,
  limit = 30,
): Promise<{ certificates: CertificateView[]; more: boolean }> {
  const wanted = readCode(text)
  if (wanted === '') return { certificates: [], more: false }
  const words = foldText(wanted)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
  const today = dateInVietnam(ctx.now)
  const { extensionDays } = await termLawOn(ctx.db, today)
  const days = { today, extendedFrom: addDays(today, -extensionDays) }
  const cards = await searchCertificateRows(ctx.db, { beginning: foldText(wanted), words, ...days, limit: limit + 1 })
  return { certificates: cards.slice(0, limit).map(await viewer(ctx)), more: cards.length > limit }
}

export type TermLaw = TermRules & { windowRule: Rule<'renewal.window-days'>; extensionRule: Rule<'certificate.extension-days'> }

/** The rows of the law by which terms are read on a day. */
export async function termLawOn(db: ReadDb, day: PlainDate): Promise<TermLaw> {
  const windowRule = await ruleOn(db, 'renewal.window-days', day)
  const extensionRule = await ruleOn(db, 'certificate.extension-days', day)
  return { window: windowRule.value, extensionDays: extensionRule.value, windowRule, extensionRule }
}

async function viewer({ db, now }: Reader): Promise<(card: CertificateCard) => CertificateView> {
  const today = dateInVietnam(now)
  const rules = await termLawOn(db, today)
  return ({ decisionId: _decision, dossierId: _dossier, ...card }) => {
    const verdict = verdictOn(card, today, rules)
    const reaches = verdict === 'extended' && card.validUntil !== null ? extendedUntil(card.validUntil, rules) : null
    return { ...card, number: card.paperNumber ?? certificateNumber(card.code), verdict, extendedUntil: reaches }
  }
}

/** A code as someone copies it off paper or an address. */
const tidyCode = (code: string) => readCode(code).toLowerCase()
