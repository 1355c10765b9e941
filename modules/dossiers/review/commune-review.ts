import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, Tx } from '../../context.ts'
import { optionalDay } from '../../optional-fields.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { criteriaSet, paperRows } from '../../law/index.ts'
import { bumpVersion, lockDossier } from '../dossier.store.ts'
import { selectHistory } from '../filing/history.store.ts'
import { changedElsewhere } from '../drafting/edit-dossier.ts'
import type { Saved } from '../drafting/edit-dossier.ts'
import { recordMove } from '../filing/record-move.ts'
import { everWrote } from '../policy.ts'
import { selectReview, upsertReview } from './review.store.ts'
import {
  dossierActs,
  tiesOf,
  decideProposal,
  decideReturn,
  emptyReview,
  findCriterion,
  formChecks,
  isRequestTarget,
  timesReturned,
} from '../rules.ts'
import type { ProposalRefusal, ReturnRefusal, DossierCard, RequestTarget, ReviewRefusal } from '../rules.ts'
import { inputWords } from '../words.ts'
import type { DossierId } from '../rules/ids.ts'
import { idInput } from '@dacsan/platform/ids'

const target = { dossierId: idInput('dos'), version: z.coerce.number().int().positive() }
const long = z.string().trim().max(8000, inputWords.tooLong(8000)).default('')

export const saveReviewInput = z.object({
  ...target,
  formCheck: z.partialRecord(z.enum(formChecks), z.enum(['yes', 'no'])).default({}),
  materials: long,
  labour: long,
  idea: long,
  identity: long,
  meetingOn: optionalDay(inputWords.notADate),
  participants: long,
  conclusion: long,
})
export type SaveReviewInput = z.infer<typeof saveReviewInput>

/** The commune's working copy of Mẫu 03: saved as far as it has come. */
export async function saveReview(ctx: Ctx, { dossierId, version, ...review }: SaveReviewInput): Promise<Outcome<Saved, ReviewRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockForReview(tx, ctx, 'save-review', dossierId)
    const closed = refuseStatus(dossierActs['save-review'], dossier.status)
    if (closed) return closed
    const own = refuseOwnWriting(ctx, 'save-review', dossier)
    if (own) return own
    const stale = changedElsewhere(dossier, version)
    if (stale) return stale
    await upsertReview(tx, dossier.id, review, { by: actorId(ctx.actor), at: ctx.now })
    const saved = await bumpVersion(tx, dossier.id, ctx.now)
    await record(tx, ctx, dossierActs['save-review'], { subjectId: dossier.id })
    return done({ version: saved, savedAt: ctx.now })
  })
}

/** A row of papers that no decision has cannot be asked for. */
const namesKnownPaper = (about: string): boolean =>
  !about.startsWith('evidence:') || paperRows().some(({ row }) => about === `evidence:${row}`)

export const requestItemInput = z.object({
  about: z
    .string()
    .refine(isRequestTarget, inputWords.placeOfRequest)
    .refine(namesKnownPaper, inputWords.placeOfRequest)
    .transform((about) => about as RequestTarget),
  text: z.string().trim().min(1, inputWords.textOfRequest).max(1000, inputWords.tooLong(1000)),
})

export const returnDossierInput = z.object({
  ...target,
  items: z.array(requestItemInput).max(60, inputWords.tooManyItems(60)),
  repeatReason: z.string().trim().max(1000, inputWords.tooLong(1000)).default(''),
})
export type ReturnDossierInput = z.infer<typeof returnDossierInput>

/** Gives the dossier back to the producer with everything that is missing, item by item, at one time. */
export async function returnDossier(ctx: Ctx, input: ReturnDossierInput): Promise<Outcome<{ dossierId: DossierId }, ReturnRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockForReview(tx, ctx, 'return', input.dossierId)
    const own = refuseOwnWriting(ctx, 'return', dossier)
    if (own) return own
    const returnedBefore = timesReturned(await selectHistory(tx, dossier.id))
    const decision = decideReturn({ status: dossier.status, returnedBefore }, input)
    if (!decision.ok) return decision
    const unknown = unknownCriterion(dossier, input.items)
    if (unknown !== undefined) return refuse('unknown-criterion', { criterion: unknown })
    const stale = changedElsewhere(dossier, input.version)
    if (stale) return stale
    await recordMove(tx, ctx, dossier, 'return', { note: input.repeatReason, items: input.items })
    return done({ dossierId: dossier.id })
  })
}

export const proposeDossierInput = z.object(target)
export type ProposeDossierInput = z.infer<typeof proposeDossierInput>

/** Sends the dossier on to the province with Mẫu 03. */
export async function proposeDossier(ctx: Ctx, input: ProposeDossierInput): Promise<Outcome<{ dossierId: DossierId }, ProposalRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockForReview(tx, ctx, 'propose', input.dossierId)
    const own = refuseOwnWriting(ctx, 'propose', dossier)
    if (own) return own
    const review = (await selectReview(tx, dossier.id)) ?? emptyReview
    const decision = decideProposal(
      { status: dossier.status, review },
      {
        today: dateInVietnam(ctx.now),
        filedOn: dateInVietnam(dossier.submittedAt!),
      },
    )
    if (!decision.ok) return decision
    const stale = changedElsewhere(dossier, input.version)
    if (stale) return stale
    await recordMove(tx, ctx, dossier, 'propose')
    return done({ dossierId: dossier.id })
  })
}

type ReviewAct = 'save-review' | 'return' | 'propose' | 'decline'

/** Whoever wrote it for the producer judges nothing of it; where the state is closed to everybody, that is said. */
export const refuseOwnWriting = ({ actor }: Ctx, act: ReviewAct, dossier: DossierCard) =>
  everWrote(actor, dossier) && !refuseStatus(dossierActs[act], dossier.status) ? refuse('filed-by-you') : null

export async function lockForReview(tx: Tx, ctx: Ctx, act: ReviewAct, dossierId: DossierId): Promise<DossierCard> {
  const dossier = await lockDossier(tx, dossierId)
  if (!dossier) throw new NotFound('No such dossier', { dossierId })
  requireAct(ctx.actor, dossierActs[act], tiesOf(dossier))
  return dossier
}

function unknownCriterion(dossier: DossierCard, items: readonly { about: RequestTarget }[]): string | undefined {
  const set = criteriaSet(dossier.criteriaDecision, dossier.setCode)
  return items
    .map(({ about }) => about)
    .filter((about) => about.startsWith('criterion:'))
    .map((about) => about.slice('criterion:'.length))
    .find((code) => !findCriterion(set, code))
}
