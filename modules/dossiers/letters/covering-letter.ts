import { NotFound, done, mayOf, refuse, refuseStatus } from '@dacsan/decisions'
import type { May, Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb } from '../../context.ts'
import { actorId, grantsOf, record, requireAct, requireRole, system } from '../../identity/index.ts'
import { communesOf } from '../../identity/rules.ts'
import { criteriaSet } from '../../law/index.ts'
import { producePaper } from '../../papers/index.ts'
import type { PaperFile } from '../../papers/index.ts'
import type { DrawingRefusal } from '../../papers/rules.ts'
import { optionalLine } from '../../optional-fields.ts'
import { coveringLetterActs } from '../acts.ts'
import { starLawOn } from '../drafting/star-law.ts'
import { selectProposedAt } from '../filing/history.store.ts'
import { selectDossier } from '../dossier.store.ts'
import { findDossier } from '../find-dossier.ts'
import { listDossiers } from '../list-dossiers.ts'
import { coveringLetterPapers } from '../papers/covering-letter-paper.ts'
import { decideLetter, isToBeSent, selfScore } from '../rules.ts'
import type { DossierCard, LetterLine, LetterRefusal } from '../rules.ts'
import type { CoveringLetterId, DossierId } from '../rules/ids.ts'
import { letterInputWords as says } from '../words.ts'
import {
  insertLetter,
  lockDossiers,
  lockLetter,
  selectLastLetters,
  selectLetter,
  selectLetters,
  selectSentWith,
  updateLetter,
} from './letter.store.ts'
import type { StoredLetter } from './letter.store.ts'

export const drawLetterInput = z.object({
  dossierIds: z.preprocess(
    (sent) => (sent === undefined ? [] : [sent].flat()),
    z.array(idInput('dos')).min(1, says.choose).max(200, says.choose),
  ),
})
export const sendLetterInput = z.object({
  letterId: idInput('cvl'),
  number: z.string(says.number).trim().min(1, says.number).max(60, says.number),
  signedOn: z.iso.date(says.day),
  signer: optionalLine(120),
})
export const dropLetterInput = z.object({ letterId: idInput('cvl') })

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>
const tiesOfLetter = ({ communeCode }: Pick<StoredLetter, 'communeCode'>) => ({ commune: communeCode })

/** Dossiers with what decides whether a letter may take them. */
async function sendable<Dossier extends Pick<DossierCard, 'id' | 'code' | 'status'>>(db: ReadDb, dossiers: readonly Dossier[]) {
  const ids = dossiers.map(({ id }) => id)
  const [proposed, last] = await Promise.all([selectProposedAt(db, ids), selectLastLetters(db, ids)])
  return dossiers.map((dossier) => ({
    dossier,
    facts: {
      code: dossier.code,
      status: dossier.status,
      proposedAt: proposed.find(({ dossierId }) => dossierId === dossier.id)?.at ?? null,
      lastLetterAt: last.get(dossier.id) ?? null,
    },
  }))
}

/** One letter for several dossiers that the commune proposed. Of one dossier, or of several, each stands in one letter only. */
export async function drawLetter(
  ctx: Ctx,
  { dossierIds }: { dossierIds: readonly DossierId[] },
): Promise<Outcome<{ letterId: CoveringLetterId }, LetterRefusal>> {
  const act = coveringLetterActs.draw
  const ids = [...new Set(dossierIds)].toSorted()
  return inTransaction(ctx, async (tx) => {
    // Two officers who draw up letters at once wait for each other here.
    await lockDossiers(tx, ids)
    const known = (await Promise.all(ids.map((id) => selectDossier(tx, id)))).filter((dossier) => dossier !== undefined)
    const [first] = known
    if (!first || known.length < ids.length) throw new NotFound('No such dossier', { dossierIds: ids.join(' ') })
    for (const dossier of known) requireAct(ctx.actor, act, { commune: dossier.submittedAt === null ? null : dossier.commune.code })
    // A letter is of one commune, also where its officer serves two.
    const elsewhere = known.filter(({ commune }) => commune.code !== first.commune.code)
    if (elsewhere.length > 0) return refuse('not-to-be-sent', { codes: elsewhere.map(({ code }) => code) })
    const facts = await sendable(tx, known)
    const decision = decideLetter(facts.map((one) => one.facts))
    if (!decision.ok) return decision
    const lines: LetterLine[] = []
    for (const { id } of known) lines.push(await lineOf({ db: tx, now: ctx.now, actor: system('covering-letter') }, id))
    const id = ctx.newId('cvl')
    const isSample = known.some((dossier) => dossier.isSample)
    await insertLetter(tx, { id, communeCode: first.commune.code, status: act.to, lines, isSample, at: ctx.now, byId: actorId(ctx.actor) })
    await record(tx, ctx, act, { subjectId: id, detail: { dossiers: lines.map(({ code }) => code) } })
    return done({ letterId: id })
  })
}

/** What the producer's own scoring gives, by the levels of the day on which it was filed. */
async function lineOf(ctx: Reader, dossierId: DossierId): Promise<LetterLine> {
  const { code, product, producer, criteriaDecision, setCode, choices, declaredAt } = await findDossier(ctx, dossierId)
  const { bands, recognisedFrom } = await starLawOn(ctx.db, dateInVietnam(declaredAt ?? ctx.now))
  const { stars } = selfScore(criteriaSet(criteriaDecision, setCode), bands, recognisedFrom, choices)
  return { dossierId, code, product: product.name, producer: producer.name, stars }
}

/** The letter was signed: its number holds for all of its dossiers. */
export async function sendLetter(ctx: Ctx, input: z.infer<typeof sendLetterInput>): Promise<Outcome<null, LetterRefusal>> {
  const act = coveringLetterActs.send
  const { letterId, number, signedOn, signer } = input
  return inTransaction(ctx, async (tx) => {
    const letter = await lockLetter(tx, letterId)
    requireAct(ctx.actor, act, letter && tiesOfLetter(letter))
    if (!letter) throw new NotFound('No such letter', { letterId })
    const closed = refuseStatus(act, letter.status)
    if (closed) return closed
    if (signedOn > dateInVietnam(ctx.now)) return refuse('signed-in-future')
    await updateLetter(tx, letterId, { status: act.to, number, signedOn, signer, sentAt: ctx.now, sentById: actorId(ctx.actor) })
    await record(tx, ctx, act, { subjectId: letterId, detail: { number, signedOn } })
    return done(null)
  })
}

/** A letter that is not signed after all: its dossiers may stand in another one. */
export async function dropLetter(ctx: Ctx, { letterId }: { letterId: CoveringLetterId }): Promise<Outcome<null, LetterRefusal>> {
  const act = coveringLetterActs.drop
  return inTransaction(ctx, async (tx) => {
    const letter = await lockLetter(tx, letterId)
    requireAct(ctx.actor, act, letter && tiesOfLetter(letter))
    if (!letter) throw new NotFound('No such letter', { letterId })
    const closed = refuseStatus(act, letter.status)
    if (closed) return closed
    await updateLetter(tx, letterId, { status: act.to })
    await record(tx, ctx, act, { subjectId: letterId })
    return done(null)
  })
}

export type LetterDesk = {
  /** What may stand in a letter. */
  sendable: { id: DossierId; code: string; product: string; producer: string }[]
  letters: (StoredLetter & { may: May<typeof coveringLetterActs> })[]
}

/** A commune's letters, and what it can still send with one. */
export async function findLetterDesk(ctx: Reader): Promise<LetterDesk> {
  requireRole(ctx.actor, 'commune-officer')
  const own = communesOf(ctx.actor, 'commune-officer')
  const [facts, letters] = await Promise.all([listDossiers(ctx).then((listed) => sendable(ctx.db, listed)), selectLetters(ctx.db, own)])
  return {
    sendable: facts
      .filter((one) => isToBeSent(one.facts))
      .map(({ dossier }) => ({ id: dossier.id, code: dossier.code, product: dossier.product.name, producer: dossier.producer.name })),
    letters: letters.map((letter) => ({
      ...letter,
      may: mayOf(coveringLetterActs, letter.status, grantsOf(ctx.actor, tiesOfLetter(letter))),
    })),
  }
}

export type SentWith = Pick<StoredLetter, 'id' | 'number' | 'signedOn'>

/** The letter with which a dossier came, for whoever was found to be allowed to read the dossier. */
export async function letterOf(db: ReadDb, dossierId: DossierId): Promise<SentWith | null> {
  const letter = await selectSentWith(db, dossierId)
  return letter ? { id: letter.id, number: letter.number, signedOn: letter.signedOn } : null
}

/** The letter, `cong-van-de-nghi.pdf`, for its commune and the office. */
export async function letterFile(
  ctx: Ctx,
  { letterId, file }: { letterId: CoveringLetterId; file: string },
): Promise<Outcome<PaperFile, DrawingRefusal>> {
  const letter = await selectLetter(ctx.db, letterId)
  if (!letter) throw new NotFound('No such letter', { letterId })
  return producePaper(ctx, coveringLetterPapers, { file }, letter, tiesOfLetter(letter))
}
