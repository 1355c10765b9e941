import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { producerFile, refuseKindForSet } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { requireAct, system } from '../../identity/index.ts'
import { actorName } from '../../identity/rules.ts'
import { criteriaVersionOn } from '../../law/index.ts'
import { assembleDossier, draftOf } from '../assemble-dossier.ts'
import { lockDossier, recordFiling, takeNumber } from '../dossier.store.ts'
import { contentOf, insertFiling } from './filing.store.ts'
import { selectHistory } from './history.store.ts'
import { changedElsewhere } from '../drafting/edit-dossier.ts'
import { forWhom } from '../policy.ts'
import { recordMove } from './record-move.ts'
import { updateRequest } from './request.store.ts'
import { decideSubmission, dossierActs, filingCode, filingMove, isEditable, openRequest, tiesOf } from '../rules.ts'
import type { DossierCard, DossierMove, SubmitRefusal } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'
import { idInput } from '@dacsan/platform/ids'

export const submitDossierInput = z.object({
  dossierId: idInput('dos'),
  version: z.coerce.number().int().positive(),
  /** The box under the declaration. */
  declared: z
    .union([z.boolean(), z.string()])
    .optional()
    .transform((value) => value === true || (typeof value === 'string' && value !== '')),
})
export type SubmitDossierInput = z.infer<typeof submitDossierInput>

export type DossierReceipt = { dossierId: DossierId; code: string }

/** Hands a dossier in, for the first time or again. The same form sent twice is one filing with one receipt. */
export async function submitDossier(ctx: Ctx, input: SubmitDossierInput): Promise<Outcome<DossierReceipt, SubmitRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const dossier = await lockDossier(tx, input.dossierId)
    if (!dossier) throw new NotFound('No such dossier', { dossierId: input.dossierId })
    requireAct(ctx.actor, dossierActs[filingMove(dossier.status)], tiesOf(dossier))
    if (await filedByThisForm(tx, dossier, input.version)) return done({ dossierId: dossier.id, code: dossier.code })
    if (isEditable(dossier.status)) {
      const stale = changedElsewhere(dossier, input.version)
      if (stale) return stale
    }
    // The law of the day of filing: the legal form may have been changed by request since the dossier was begun.
    const { kind } = await producerFile({ db: tx, actor: system('dossiers') }, dossier.producer.id)
    const notAllowed = await refuseKindForSet({ db: tx, now: ctx.now }, { kind, setCode: dossier.setCode })
    if (notAllowed) return notAllowed
    const view = await assembleDossier(tx, dossier)
    const today = dateInVietnam(ctx.now)
    const decision = decideSubmission(
      { ...draftOf(view), status: dossier.status, criteriaDecision: dossier.criteriaDecision },
      { today, declared: input.declared, criteriaInForce: criteriaVersionOn(today).decision },
    )
    if (!decision.ok) return decision
    const code = dossier.submittedAt === null ? await newCode(tx, dossier, today) : dossier.code
    await recordFiling(tx, dossier.id, { code, declaredAt: ctx.now })
    const filedBefore = view.history.filter(({ move }) => isFiling(move)).length
    await insertFiling(tx, {
      id: ctx.newId('fil'),
      dossierId: dossier.id,
      number: filedBefore + 1,
      at: ctx.now,
      byName: actorName(ctx.actor),
      forName: forWhom(ctx.actor, dossier),
      content: contentOf(view),
    })
    const open = openRequest(view.requests, 'producer')
    if (open) await updateRequest(tx, open.id, { answeredAt: ctx.now })
    await recordMove(tx, ctx, { ...dossier, code }, decision.event.move)
    return done({ dossierId: dossier.id, code })
  })
}

/** The filing was the very next thing after the version that the form knew. */
async function filedByThisForm(tx: Tx, dossier: DossierCard, version: number): Promise<boolean> {
  if (dossier.version !== version + 1) return false
  const last = (await selectHistory(tx, dossier.id)).at(-1)
  return last !== undefined && isFiling(last.move) && last.to === dossier.status
}

const isFiling = (move: DossierMove) => move === 'submit' || move === 'supplement'

async function newCode(tx: Tx, dossier: DossierCard, today: string): Promise<string> {
  const { code: communeCode, provinceCode } = dossier.commune
  return filingCode({ provinceCode, communeCode, on: today, number: await takeNumber(tx, communeCode, Number(today.slice(0, 4))) })
}
