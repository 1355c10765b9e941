import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { actorName, record, requireAct, requirePerson } from '../../identity/index.ts'
import { lockDossier } from '../dossier.store.ts'
import { officeIn } from '../policy.ts'
import { reviewersOf } from '../review/reviewers.store.ts'
import { dossierActs, tiesOf } from '../rules.ts'
import type { DossierCard, ProxyRefusal } from '../rules.ts'
import type { DossierId } from '../rules/ids.ts'
import { insertTurnAsked, selectTurns, updateTurnEnded, updateTurnTaken } from './proxy.store.ts'
import type { ProxyTurn } from './proxy.store.ts'

type HandOver = 'ask-proxy' | 'take-proxy' | 'end-proxy'
type Open = { dossier: DossierCard; turn: ProxyTurn | undefined }

const payloadOf = ({ id, code, product, producer, commune }: DossierCard) => ({
  dossierId: id,
  code,
  productId: product.id,
  producerId: producer.id,
  communeCode: commune.code,
})

/** The dossier, held, with the turn that has not ended, for somebody who may do this to it. */
async function open(tx: Tx, ctx: Ctx, name: HandOver, dossierId: DossierId): Promise<Outcome<Open, ProxyRefusal>> {
  const dossier = await lockDossier(tx, dossierId)
  if (!dossier) throw new NotFound('No such dossier', { dossierId })
  const turn = (await selectTurns(tx, dossierId)).find(({ endedAt }) => endedAt === null)
  // Somebody's draft is not there for its commune until its producer asks.
  const asked = name === 'take-proxy' && turn?.consent === 'asked'
  requireAct(ctx.actor, dossierActs[name], { ...tiesOf(dossier), ...(asked && { commune: dossier.commune.code }) })
  return (name !== 'end-proxy' && refuseStatus(dossierActs[name], dossier.status)) || done({ dossier, turn })
}

/** The producer wants an officer of its commune to write for it; every officer there is told. What a paper allowed before ends with it. */
export async function askProxy(ctx: Ctx, { dossierId }: { dossierId: DossierId }): Promise<Outcome<null, ProxyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await open(tx, ctx, 'ask-proxy', dossierId)
    if (!opened.ok) return opened
    const { dossier, turn } = opened.value
    if (turn?.consent === 'asked') return refuse('proxy-there')
    if (turn) await updateTurnEnded(tx, turn.id, { byName: actorName(ctx.actor), at: ctx.now })
    await insertTurnAsked(tx, { id: ctx.newId('dpx'), dossierId, byName: actorName(ctx.actor), at: ctx.now })
    await record(tx, ctx, dossierActs['ask-proxy'], { subjectId: dossierId, payload: payloadOf(dossier), detail: { code: dossier.code } })
    return done(null)
  })
}

/** An officer of the commune takes it on; whoever has judged the dossier for the commune already does not write it. */
export async function takeProxy(ctx: Ctx, { dossierId }: { dossierId: DossierId }): Promise<Outcome<null, ProxyRefusal>> {
  const act = dossierActs['take-proxy']
  return inTransaction(ctx, async (tx) => {
    const opened = await open(tx, ctx, 'take-proxy', dossierId)
    if (!opened.ok) return opened
    const { dossier, turn } = opened.value
    if (!turn) return refuse('proxy-not-asked')
    if (turn.userId !== null) return refuse('proxy-there')
    const officer = requirePerson(ctx.actor)
    if ((await reviewersOf(tx, [dossierId])).get(dossierId)?.includes(officer.userId)) return refuse('reviewed-by-you')
    const officeName = officeIn(officer, dossier.commune.code)
    await updateTurnTaken(tx, turn.id, { userId: officer.userId, userName: officer.name, officeName, at: ctx.now })
    const detail = { code: dossier.code, onBehalfOf: dossier.producer.name }
    await record(tx, ctx, act, { subjectId: dossierId, payload: payloadOf(dossier), detail })
    return done(null)
  })
}

/** The producer writes itself again, or takes its wish back; or the officer stops. Who wrote it stays on file. */
export async function endProxy(ctx: Ctx, { dossierId }: { dossierId: DossierId }): Promise<Outcome<null, ProxyRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await open(tx, ctx, 'end-proxy', dossierId)
    if (!opened.ok) return opened
    const { dossier, turn } = opened.value
    if (!turn) return refuse('proxy-not-asked')
    await updateTurnEnded(tx, turn.id, { byName: actorName(ctx.actor), at: ctx.now })
    await record(tx, ctx, dossierActs['end-proxy'], { subjectId: dossierId, detail: { code: dossier.code, name: turn.userName } })
    return done(null)
  })
}
