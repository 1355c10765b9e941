import { Conflict, NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import { actorId, record, requireAct, requireRole } from '../identity/index.ts'
import { listTexts } from './consent-texts.ts'
import { consentActs, consentTextActs } from './acts.ts'
import { insertConsent, insertText, lockConsent, selectAgreed, selectConsents, updateWithdrawn } from './consent.store.ts'
import { consentPurposes, currentText, isInForce, languages } from './rules/consent.ts'
import type { Channel, ConsentPurpose, ConsentText, Language } from './rules/consent.ts'
import type { ConsentId } from './rules/ids.ts'
import type { ConsentRefusal, ConsentTextRefusal } from './rules.ts'
import { tiesOfAsker, tiesTo } from './subject.ts'
import type { Asker, SubjectKey } from './subject.ts'
import { inputWords } from './words/inputs.ts'

type Asking = { db: ReadDb; now: Date }

/** What is asked today for a purpose: shown beside a box that nobody ticked. */
export async function textToAsk(ctx: Asking, purpose: ConsentPurpose, language: Language): Promise<ConsentText | null> {
  return currentText(await listTexts(ctx.db), purpose, dateInVietnam(ctx.now), language) ?? null
}

/**
 * Keeps a consent: who, to which version in which language, when and by which way. Who agreed to this version before has agreed. A page that was
 * opened before the text changed is refused: nobody agrees to what they did not read.
 */
export async function giveConsent(
  tx: Tx,
  ctx: Pick<Ctx, 'actor' | 'now' | 'newId'>,
  given: { asker: Asker; purpose: ConsentPurpose; version: number; language?: ConsentText['language']; channel: Channel },
): Promise<Outcome<{ consentId: ConsentId }, ConsentRefusal>> {
  const { asker, purpose, version, language = 'vi', channel } = given
  requireAct(ctx.actor, consentActs.give, tiesOfAsker(asker))
  const text = currentText(await listTexts(tx), purpose, dateInVietnam(ctx.now), language)
  if (text?.version !== version) return refuse('text-superseded')
  const before = (await selectConsents(tx, asker)).find((one) => one.purpose === purpose)
  if (before?.version === version && before.status === consentActs.give.to) return done({ consentId: before.id })
  await insertText(tx, text, { by: null, at: ctx.now })
  const id = ctx.newId('cst')
  await insertConsent(tx, { id, purpose, version, language: text.language, subject: asker, channel, at: ctx.now })
  await record(tx, ctx, consentActs.give, { subjectId: id, detail: { purpose, version, channel } })
  return done({ consentId: id })
}

export const giveConsentInput = z.object({ purpose: z.enum(consentPurposes), version: z.coerce.number().int().min(1) })

/** The same as a command of its own. */
export async function agree(
  ctx: Ctx,
  asker: Asker,
  { purpose, version }: z.infer<typeof giveConsentInput>,
  language: Language = 'vi',
): Promise<Outcome<{ consentId: ConsentId }, ConsentRefusal>> {
  const channel = asker.kind === 'account' ? 'account-page' : 'order-page'
  return inTransaction(ctx, (tx) => giveConsent(tx, ctx, { asker, purpose, version, language, channel }))
}

/** As easily as it was given: from this moment on nothing is done for the purpose. The proof that it was given stays. */
export async function withdrawConsent(ctx: Ctx, asker: Asker, consentId: ConsentId): Promise<Outcome<null, ConsentRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const consent = await lockConsent(tx, consentId)
    if (!consent) throw new NotFound('No such consent')
    requireAct(ctx.actor, consentActs.withdraw, tiesTo(consent, asker))
    const closed = refuseStatus(consentActs.withdraw, consent.status)
    if (closed) return closed
    await updateWithdrawn(tx, consentId, ctx.now)
    await record(tx, ctx, consentActs.withdraw, { subjectId: consentId, detail: { purpose: consent.purpose } })
    return done(null)
  })
}

/** Each purpose of which somebody may be asked: what is asked today, what was agreed to, and whether that still carries. */
export async function consentsOf(ctx: Asking, subject: SubjectKey, purposes: readonly ConsentPurpose[], language: Language = 'vi') {
  const [texts, consents] = await Promise.all([listTexts(ctx.db), selectConsents(ctx.db, subject)])
  const day = dateInVietnam(ctx.now)
  return purposes.map((purpose) => {
    const last = consents.find((one) => one.purpose === purpose) ?? null
    const agreedTo =
      last && texts.find((text) => text.purpose === purpose && text.version === last.version && text.language === last.language)
    return {
      purpose,
      asked: currentText(texts, purpose, day, language) ?? null,
      last,
      agreedTo: agreedTo ?? null,
      inForce: last !== null && isInForce(last, texts, day),
    }
  })
}

/** Whether somebody agrees to a purpose now: asked by whoever would act on it. */
export async function agrees(db: ReadDb, now: Date, subject: SubjectKey, purpose: ConsentPurpose): Promise<boolean> {
  const [one] = await consentsOf({ db, now }, subject, [purpose])
  return one!.inForce
}

/** Who wants to be invited, for whoever sends the invitations. */
export async function listAgreed(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, purpose: ConsentPurpose) {
  requireRole(ctx.actor, 'administrator')
  const [texts, agreed] = [await listTexts(ctx.db), await selectAgreed(ctx.db, purpose)]
  return agreed.filter((consent) => isInForce(consent, texts, dateInVietnam(ctx.now)))
}

export const supersedeTextInput = z.object({
  purpose: z.enum(consentPurposes),
  language: z.enum(languages).default('vi'),
  text: z.string().trim().normalize('NFC').min(20, inputWords.consentText).max(1000, inputWords.tooLong(1000)),
  effectiveFrom: z.iso.date(inputWords.day),
  asksAgain: z.coerce.boolean().default(false),
})

/** Another version of what is asked, from a day on; what was agreed to before stays as it was. */
export async function supersedeText(
  ctx: Ctx,
  input: z.infer<typeof supersedeTextInput>,
): Promise<Outcome<{ version: number }, ConsentTextRefusal>> {
  requireAct(ctx.actor, consentTextActs.supersede)
  return inTransaction(ctx, async (tx) => {
    const texts = (await listTexts(tx)).filter(({ purpose }) => purpose === input.purpose)
    const last = texts.toSorted((one, other) => other.version - one.version)[0]
    if (input.effectiveFrom < dateInVietnam(ctx.now) || (last && input.effectiveFrom < last.effectiveFrom)) return refuse('too-early')
    if (last?.text === input.text) return refuse('same-text')
    const version = (last?.version ?? 0) + 1
    if (!(await insertText(tx, { ...input, version }, { by: actorId(ctx.actor), at: ctx.now })))
      throw new Conflict('The text was superseded meanwhile', { purpose: input.purpose, version })
    await record(tx, ctx, consentTextActs.supersede, {
      subjectId: input.purpose,
      detail: { version, effectiveFrom: input.effectiveFrom, asksAgain: input.asksAgain },
    })
    return done({ version })
  })
}

/** What is asked for each purpose, and what was asked before: for the administrator. */
export async function listConsentTexts(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>) {
  requireRole(ctx.actor, 'administrator')
  const texts = await listTexts(ctx.db)
  const day = dateInVietnam(ctx.now)
  return consentPurposes.map((purpose) => ({
    purpose,
    current: currentText(texts, purpose, day) ?? null,
    coming: texts.filter((text) => text.purpose === purpose && text.effectiveFrom > day),
  }))
}
