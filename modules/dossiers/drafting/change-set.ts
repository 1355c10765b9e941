import { sectionCodeOf, scoredCriteria } from '@dacsan/scorecard'
import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { findProduct, producerFile, productSets, reclassifyProduct, refuseKindForSet } from '../../catalogue/index.ts'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { record, requireAct, system } from '../../identity/index.ts'
import { criteriaSet, criteriaVersionOn } from '../../law/index.ts'
import type { CriteriaSet } from '../../law/index.ts'
import { lockDossier, updateSet } from '../dossier.store.ts'
import { releaseCriteria } from '../evidence/evidence.store.ts'
import { moveDossier } from '../filing/move-dossier.ts'
import { carriedChoices, dossierActs, scorePlace, tiesOf } from '../rules.ts'
import type { ChangeSetRefusal, CorrectSetRefusal, DossierCard } from '../rules.ts'
import { setChangeWords as says } from '../words.ts'
import { deleteScorePlaces, insertCarried } from './carried.store.ts'
import { deleteChoices, selectChoices, upsertChoices } from './choice.store.ts'
import { editDossier } from './edit-dossier.ts'
import type { Saved } from './edit-dossier.ts'

const setCode = z.string().min(1, says.choose).max(20)

export const changeSetInput = z.object({ dossierId: idInput('dos'), version: z.coerce.number().int().positive(), setCode })
export type ChangeSetInput = z.infer<typeof changeSetInput>

/**
 * Whoever writes a dossier puts it under another set of products, or under the criteria that have come into force since it was begun (Điều 12).
 * What means the same goes along and waits to be looked at; the rest is asked anew; papers stay.
 */
export function changeSet(ctx: Ctx, { dossierId, version, setCode: code }: ChangeSetInput): Promise<Outcome<Saved, ChangeSetRefusal>> {
  return editDossier<ChangeSetRefusal>(ctx, { act: 'change-set', dossierId, version }, async (tx, dossier) => {
    const no = await refuseSet(tx, ctx, dossier, code)
    if (no) return no
    return { ok: true, touched: [], detail: await putUnder(tx, ctx, dossier, code) }
  })
}

export const correctSetInput = z.object({
  dossierId: idInput('dos'),
  setCode,
  /** The producer and the commune read it. */
  reason: z.string().trim().max(1000).default(''),
})
export type CorrectSetInput = z.infer<typeof correctSetInput>

/** The office puts a proposed dossier under the right set and gives it back to its producer, who scores anew what the sets do not share. */
export async function correctSet(ctx: Ctx, input: CorrectSetInput): Promise<Outcome<{ code: string }, CorrectSetRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockDossier(tx, input.dossierId)
    if (!dossier || dossier.submittedAt === null) throw new NotFound('No such dossier', { dossierId: input.dossierId })
    const act = dossierActs['correct-set']
    requireAct(ctx.actor, act, tiesOf(dossier))
    const closed = refuseStatus(act, dossier.status)
    if (closed) return closed
    if (input.reason === '') return refuse('reason-missing')
    const no = await refuseSet(tx, ctx, dossier, input.setCode)
    if (no) return no
    const detail = await putUnder(tx, ctx, dossier, input.setCode)
    await record(tx, ctx, act, { subjectId: dossier.id, detail: { code: dossier.code, ...detail } })
    const text = says.corrected(nameOf(dossier), nameOf({ ...under(ctx), setCode: input.setCode }), input.reason)
    const items = (['part-a', 'part-b', 'part-c'] as const).map((part) => ({ about: `section:${part}` as const, text }))
    await moveDossier(tx, ctx, { dossierId: dossier.id, move: 'return-by-province', note: text, items })
    return done({ code: dossier.code })
  })
}

const under = ({ now }: Pick<Ctx, 'now'>) => ({ criteriaDecision: criteriaVersionOn(dateInVietnam(now)).decision })
const setOf = (of: Pick<DossierCard, 'criteriaDecision' | 'setCode'>): CriteriaSet => criteriaSet(of.criteriaDecision, of.setCode)
const nameOf = (of: Pick<DossierCard, 'criteriaDecision' | 'setCode'>): string => setOf(of).name

/** A product that was ever recognised stays in the set of its certificate: a wrong one there is a matter of the register. */
async function refuseSet(db: ReadDb, ctx: Pick<Ctx, 'now'>, dossier: DossierCard, code: string) {
  if (!productSets().some((one) => one.code === code)) return refuse('unknown-set')
  const isSame = code === dossier.setCode
  if (isSame && under(ctx).criteriaDecision === dossier.criteriaDecision) return refuse('set-unchanged')
  const within = { db, actor: system('dossiers') }
  const product = await findProduct(within, dossier.product.id)
  if (!isSame && product.standing !== 'none') return refuse('set-certified')
  const { kind } = await producerFile(within, dossier.producer.id)
  return refuseKindForSet({ db, now: ctx.now }, { kind, setCode: code })
}

async function putUnder(tx: Tx, ctx: Ctx, dossier: DossierCard, code: string): Promise<Record<string, unknown>> {
  const to = { ...under(ctx), setCode: code }
  const [from, target] = [setOf(dossier), setOf(to)]
  const choices = await selectChoices(tx, dossier.id)
  const { kept, lost } = carriedChoices(from, target, choices)
  await deleteChoices(
    tx,
    dossier.id,
    choices.map(({ criterion }) => criterion),
  )
  await upsertChoices(tx, dossier.id, kept, ctx.now)
  await deleteScorePlaces(tx, dossier.id)
  await insertCarried(tx, dossier.id, [...new Set(kept.map(({ criterion }) => scorePlace(sectionCodeOf(criterion))))])
  await releaseCriteria(
    tx,
    dossier.id,
    scoredCriteria(target).map((criterion) => criterion.code),
  )
  await updateSet(tx, dossier.id, to)
  await reclassifyProduct(tx, dossier.product.id, code)
  return { from: dossier.setCode, to: code, criteria: to.criteriaDecision, kept: kept.length, lost: lost.length }
}
