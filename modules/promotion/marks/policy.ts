import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, actorName, hasRole, record, requireAct, requireRole } from '../../identity/index.ts'
import type { Actor } from '../../identity/rules.ts'
import { markActs, misuseActs } from './acts.ts'
import type { MarkAct, MisuseAct } from './acts.ts'
import { lockMark } from './mark.store.ts'
import type { StoredMark } from './mark.store.ts'
import { insertMisuseStep, lockMisuse } from './misuse.store.ts'
import type { StoredMisuse } from './misuse.store.ts'
import type { MarkId, MisuseId } from './rules/ids.ts'
import type { MisuseClosed } from './rules/refusals.ts'

/** Who reads the register with its papers, and what was reported. */
export const requireMarkDesk = (actor: Actor) => requireRole(actor, 'provincial-officer', 'trade-department', 'leader')
export const mayKeepMarks = (actor: Actor): boolean => hasRole(actor, 'provincial-officer')

export const doneBy = (ctx: Ctx) => ({ at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })

/** The mark, held, for somebody who may do this to it. */
export async function beginMark(tx: Tx, ctx: Ctx, act: Exclude<MarkAct, 'register'>, id: MarkId): Promise<StoredMark> {
  requireAct(ctx.actor, markActs[act])
  const mark = await lockMark(tx, id)
  if (!mark) throw new NotFound('No such mark')
  return mark
}

export async function recordMark(
  tx: Tx,
  ctx: Ctx,
  act: MarkAct,
  { id, slug }: Pick<StoredMark, 'id' | 'slug'>,
  detail?: Record<string, unknown>,
): Promise<void> {
  const row = markActs[act] as NamedAct & typeof markActs.register
  await record(tx, ctx, row, { subjectId: id, payload: { markId: id, slug }, ...(detail && { detail }) })
}

type OpenMisuseAct = Exclude<MisuseAct, 'report'>

export async function beginMisuse(tx: Tx, ctx: Ctx, act: OpenMisuseAct, id: MisuseId): Promise<Outcome<StoredMisuse, MisuseClosed>> {
  requireAct(ctx.actor, misuseActs[act])
  const misuse = await lockMisuse(tx, id)
  if (!misuse) throw new NotFound('No such case')
  return (
    (refuseStatus(misuseActs[act], misuse.status) as ReturnType<typeof refuseStatus<typeof misuseActs.answer, typeof misuse.status>>) ??
    done(misuse)
  )
}

/** A line of the case, the event and the line of the audit trail. */
export async function recordMisuse(tx: Tx, ctx: Ctx, act: MisuseAct, { id, caseCode }: Pick<StoredMisuse, 'id' | 'caseCode'>, words = '') {
  await insertMisuseStep(tx, { misuseId: id, step: act, words, ...doneBy(ctx) })
  const row = misuseActs[act] as NamedAct & typeof misuseActs.answer
  await record(tx, ctx, row, { subjectId: id, payload: { misuseId: id, caseCode } })
}
