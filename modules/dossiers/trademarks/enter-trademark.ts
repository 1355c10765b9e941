import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { KeptFile } from '@dacsan/platform/files'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { z } from 'zod'
import { producerFile, producerOfActor } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct, system, takeUpload } from '../../identity/index.ts'
import { actorName } from '../../identity/rules.ts'
import { paperRows, ruleOn } from '../../law/index.ts'
import { optionalLine } from '../../optional-fields.ts'
import { storePaper } from '../evidence/add-evidence.ts'
import type { Upload } from '../evidence/add-evidence.ts'
import type { EvidenceId, TrademarkId } from '../rules/ids.ts'
import { protectedUntil, trademarkActs } from '../rules/trademark.ts'
import type { EnterTrademarkRefusal, TrademarkStatus, TrademarkStep, TrademarkStepRefusal } from '../rules/trademark.ts'
import { inputWords, trademarkOffice, trademarkPaperNames } from '../words.ts'
import { detailOf, forWhom, openTrademark, ownerOf, tiesOf } from './open-trademark.ts'
import type { Owner } from './open-trademark.ts'
import { insertStep, insertTrademark, selectByNumber } from './trademark.store.ts'

export const trademarkFacts = {
  mark: z.string().trim().min(1, inputWords.mark).max(200, inputWords.tooLong(200)),
  number: optionalLine(60),
  classes: z.string().trim().max(200, inputWords.tooLong(200)).default(''),
}
export const trademarkDay = z.iso.date(inputWords.notADate)

export const enterTrademarkInput = z.object({ ...trademarkFacts, filedOn: trademarkDay, producerId: idInput('pro').optional() })
export const trademarkStepInput = z.object({ happenedOn: trademarkDay, paperNumber: optionalLine(100) })

/** An application that was filed: the producer's own, or by an officer of the commune for a producer there. */
export async function enterTrademark(
  ctx: Ctx,
  { producerId, filedOn, ...given }: z.infer<typeof enterTrademarkInput>,
  upload: Upload | null,
): Promise<Outcome<{ trademarkId: TrademarkId }, EnterTrademarkRefusal>> {
  const own =
    producerId === undefined ? await producerOfActor(ctx) : await producerFile({ db: ctx.db, actor: system('dossiers') }, producerId)
  const owner = own && { id: own.id, name: own.name, organisationId: own.organisationId, communeCode: own.place.communeCode }
  requireAct(ctx.actor, trademarkActs.enter, owner ? tiesOf(owner) : {})
  if (!owner) throw new NotFound('No producer yet', {})
  if (filedOn > dateInVietnam(ctx.now)) return refuse('happened-in-future')
  const kept = upload && (await takeUpload(ctx, upload, ['photo', 'paper']))
  if (kept && !kept.ok) return kept
  return inTransaction(ctx, async (tx) => {
    const known = given.number === null ? undefined : await selectByNumber(tx, { producerId: owner.id, number: given.number })
    if (known) return refuse('number-known', { mark: known.mark })
    const id = ctx.newId('tmk')
    await insertTrademark(tx, { id, producerId: owner.id, office: trademarkOffice, at: ctx.now, ...given })
    const paper = {
      owner,
      mark: given.mark,
      status: trademarkActs.enter.to,
      on: filedOn,
      number: given.number,
      file: kept && kept.value,
    } as const
    await storeStep(tx, ctx, id, { ...paper, filedOn })
    const forName = forWhom(ctx.actor, owner)
    await record(tx, ctx, trademarkActs.enter, {
      subjectId: id,
      payload: { trademarkId: id, byOfficer: forName !== null },
      detail: { mark: given.mark, ...(forName !== null && { onBehalfOf: forName }) },
    })
    return done({ trademarkId: id })
  })
}

type Step = {
  owner: Owner
  mark: string
  status: TrademarkStatus
  on: PlainDate
  filedOn: PlainDate
  number: string | null
  file: KeptFile | null
}

/** A step with its paper, which goes into the producer's vault and so into any dossier of it. */
async function storeStep(
  tx: Tx,
  ctx: Ctx,
  trademarkId: TrademarkId,
  { owner, mark, status, on, filedOn, number, file }: Step,
): Promise<void> {
  const evidenceId: EvidenceId | null = file && ctx.newId('evi')
  if (file && evidenceId) {
    const law = (await ruleOn(tx, 'trademark.months', dateInVietnam(ctx.now))).value
    const input = {
      kind: trademarkPaperRow(),
      title: trademarkPaperNames[status](mark),
      number,
      issuedBy: status === 'filed' ? null : trademarkOffice,
      issuedOn: on,
      expiresOn: status === 'granted' ? protectedUntil(filedOn, law) : null,
    }
    await storePaper(tx, ctx, { input, file, producerId: owner.id, id: evidenceId, replacesId: null })
  }
  await insertStep(tx, {
    id: ctx.newId('tms'),
    trademarkId,
    status,
    happenedOn: on,
    evidenceId,
    byName: actorName(ctx.actor),
    forName: forWhom(ctx.actor, owner),
    at: ctx.now,
  })
}

/** The row of Mẫu 02 that papers on intellectual property lie in. */
export const trademarkPaperRow = (): number => paperRows().find(({ declaredBy }) => declaredBy === 'hasIntellectualProperty')!.row

/** What became of an application, with its day and the paper that says so. */
export async function enterTrademarkStep(
  ctx: Ctx,
  trademarkId: TrademarkId,
  step: TrademarkStep,
  { happenedOn, paperNumber }: z.infer<typeof trademarkStepInput>,
  upload: Upload | null,
): Promise<Outcome<null, TrademarkStepRefusal>> {
  const act = trademarkActs[step]
  // Before the file is kept: whoever may not enter it fills no disk.
  await inTransaction(ctx, (tx) => openTrademark(tx, ctx, act, trademarkId))
  const kept = upload && (await takeUpload(ctx, upload, ['photo', 'paper']))
  if (kept && !kept.ok) return kept
  return inTransaction(ctx, async (tx) => {
    const trademark = await openTrademark(tx, ctx, act, trademarkId)
    const closed = refuseStatus(act, trademark.status)
    if (closed) return closed
    if (happenedOn > dateInVietnam(ctx.now)) return refuse('happened-in-future')
    if (happenedOn < trademark.lastOn) return refuse('happened-before', { on: trademark.lastOn })
    const owner = ownerOf(trademark)
    const { mark, filedOn } = trademark
    const file = kept && kept.value
    await storeStep(tx, ctx, trademarkId, { owner, mark, status: act.to, on: happenedOn, filedOn, number: paperNumber, file })
    await record(tx, ctx, act, { subjectId: trademarkId, detail: detailOf(ctx.actor, trademark) })
    return done(null)
  })
}
