import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { qrModules } from '@dacsan/gs1/qr'
import { dateInVietnam } from '@dacsan/vietnam'
import { findProduct, listRegister, registerDay } from '../../catalogue/index.ts'
import { certificateState, extensionOf, isInForce } from '../../catalogue/rules.ts'
import type { CertificateDay, ProductCard } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { actorId, actorName, record, requireAct, requireRole } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import type { NewsLanguage } from '../news/rules/languages.ts'
import { pressActs } from './acts.ts'
import type { PressRefusal } from './acts.ts'
import type { InformInput, NameSpokespersonInput, PressTextInput } from './inputs.ts'
import {
  insertDownload,
  insertInformation,
  insertPressText,
  insertSpokesperson,
  lockPress,
  selectDownloads,
  selectInformation,
  selectPressTexts,
  selectSpokespersons,
} from './press.store.ts'
import type { Spokesperson } from './press.store.ts'
import { drawLogo, isKitLogo, kitLogos, pressTextKinds } from './rules/kit.ts'
import type { PressTextKind } from './rules/kit.ts'
import { drawMark, markFileName } from './rules/mark-file.ts'
import type { HeldStars } from './rules/mark-file.ts'

type Reader = Pick<Ctx, 'db' | 'now'>
type Refused<Code extends PressRefusal['code']> = Extract<PressRefusal, { code: Code }>
const madeBy = (ctx: Ctx) => ({ at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })

/** Another person speaks from now on; who spoke before stays in the record. */
export async function nameSpokesperson(
  ctx: Ctx,
  input: NameSpokespersonInput,
): Promise<Outcome<null, Refused<'until-before' | 'appointed-in-future'>>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, Refused<'until-before' | 'appointed-in-future'>>> => {
    requireAct(ctx.actor, pressActs['name-spokesperson'])
    if (input.appointedAt > ctx.now) return refuse('appointed-in-future')
    if (input.untilOn !== null && input.untilOn < dateInVietnam(ctx.now)) return refuse('until-before')
    await lockPress(tx)
    const version = ((await selectSpokespersons(tx))[0]?.version ?? 0) + 1
    await insertSpokesperson(tx, { ...input, version }, madeBy(ctx))
    await record(tx, ctx, pressActs['name-spokesperson'], { subjectId: 'press', detail: { version } })
    return done(null)
  })
}

export async function writePressText(ctx: Ctx, input: PressTextInput): Promise<Outcome<null, Refused<'same-text'>>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, Refused<'same-text'>>> => {
    requireAct(ctx.actor, pressActs['write-text'])
    await lockPress(tx)
    const before = (await selectPressTexts(tx)).find(({ kind, language }) => kind === input.kind && language === input.language)
    if (before?.text === input.text) return refuse('same-text')
    await insertPressText(tx, { ...input, version: (before?.version ?? 0) + 1 }, madeBy(ctx))
    await record(tx, ctx, pressActs['write-text'], { subjectId: 'press', detail: { kind: input.kind, language: input.language } })
    return done(null)
  })
}

/** What the press was told in a month. The same form sent twice is one line. */
export async function informPress(
  ctx: Ctx,
  { month, ...input }: InformInput,
  { isSample = false } = {},
): Promise<Outcome<null, Refused<'month-in-future'>>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, Refused<'month-in-future'>>> => {
    requireAct(ctx.actor, pressActs.inform)
    if (month > dateInVietnam(ctx.now)) return refuse('month-in-future')
    const id = ctx.newId('pri')
    if (await insertInformation(tx, { ...input, id, month, isSample }, madeBy(ctx)))
      await record(tx, ctx, pressActs.inform, { subjectId: 'press', detail: { month } })
    return done(null)
  })
}

/** Who speaks today: the last who was named, while the term lasts. */
const speaking = ([last]: readonly Spokesperson[], today: string): Spokesperson | null =>
  last && (last.untilOn === null || last.untilOn >= today) ? last : null

/** The kit as everybody reads it, in a language with the Vietnamese text where it has none. */
export async function pressKit(ctx: Reader, language: NewsLanguage) {
  const [spokespersons, texts, information] = await Promise.all([
    selectSpokespersons(ctx.db),
    selectPressTexts(ctx.db),
    selectInformation(ctx.db),
  ])
  const textOf = (kind: PressTextKind) => {
    const ofKind = texts.filter((one) => one.kind === kind)
    return ofKind.find((one) => one.language === language) ?? ofKind.find((one) => one.language === 'vi') ?? null
  }
  return {
    spokesperson: speaking(spokespersons, dateInVietnam(ctx.now)),
    texts: Object.fromEntries(pressTextKinds.map((kind) => [kind, textOf(kind)])) as Record<PressTextKind, ReturnType<typeof textOf>>,
    information,
    logos: kitLogos,
  }
}

type Rated = Pick<ProductCard, 'name' | 'stars' | 'certificateCode' | 'certifiedUntil' | 'standing' | 'potentialFive' | 'renewalUnderWay'>

/** The stars of a product that may be shown today; null where no certificate holds, or none of which the last day is known (QĐ 1162/QĐ-VPĐP-OCOP). */
export function heldStars(product: Rated, day: CertificateDay): HeldStars | null {
  const { name, stars, certificateCode: code } = product
  const until = extensionOf(product, day) ?? product.certifiedUntil
  if (!isInForce(certificateState(product, day)) || stars === null || stars < 3 || code === null || until === null) return null
  return { product: name, stars, code, until }
}

/** Products whose stars may be taken today, by words without accents. */
export async function marksOnOffer(ctx: Reader, q: string) {
  const [{ items }, day] = await Promise.all([listRegister(ctx, q === '' ? { standing: 'certified' } : { q }), registerDay(ctx)])
  return items.flatMap((product) => {
    const held = heldStars(product, day)
    return held ? [{ slug: product.slug, isSample: product.isSample, producer: product.producer.name, ...held }] : []
  })
}

type KitFile = { name: string; svg: string }

/** The picture of the stars of a product, logged as taken; where no certificate holds there is none. */
export async function takeMark(ctx: Ctx, slug: string): Promise<KitFile> {
  const [product, day] = await Promise.all([findProduct(ctx, slug), registerDay(ctx)])
  const held = product.inRegister ? heldStars(product, day) : null
  if (!held) throw new NotFound('No certificate of this product holds today', { slug })
  const name = markFileName(held)
  const address = `${ctx.origin}/giay-chung-nhan/${encodeURIComponent(held.code)}`
  await log(ctx, name, held.code)
  return { name, svg: drawMark(held, qrModules(address)) }
}

export async function takeLogo(ctx: Ctx, name: string): Promise<KitFile> {
  if (!isKitLogo(name)) throw new NotFound('No such file', { name })
  await log(ctx, name, null)
  return { name, svg: drawLogo(name) }
}

const log = (ctx: Ctx, fileName: string, certificateCode: string | null) =>
  inTransaction(ctx, (tx) => insertDownload(tx, { fileName, certificateCode, at: ctx.now }))

/** The kit as the office tends it. */
export async function pressDesk(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>) {
  requireRole(ctx.actor, 'provincial-officer', 'leader')
  const [spokespersons, texts, information, downloads, hours] = await Promise.all([
    selectSpokespersons(ctx.db),
    selectPressTexts(ctx.db),
    selectInformation(ctx.db),
    selectDownloads(ctx.db),
    ruleOn(ctx.db, 'press.spokesperson-hours', dateInVietnam(ctx.now)),
  ])
  const today = dateInVietnam(ctx.now)
  return {
    speaking: speaking(spokespersons, today),
    spokespersons: spokespersons.map((one) => ({
      ...one,
      isLate: one.publishedAt.getTime() - one.appointedAt.getTime() > hours.value * 3_600_000,
    })),
    texts,
    information,
    downloads: downloads.map(({ count, ...one }) => ({ ...one, count: Number(count) })),
    hours: { value: hours.value, instrument: hours.instrument },
  }
}
