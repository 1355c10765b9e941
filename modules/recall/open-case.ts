import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import { requireAct } from '../identity/index.ts'
import type { Grant } from '@dacsan/decisions'
import { recallActs, tiesOfRecall } from './acts.ts'
import type { RecallAct, RecallMoved } from './acts.ts'
import { lockRecall, selectLotIds, selectRecall } from './case.store.ts'
import type { StoredRecall } from './case.store.ts'
import type { RecallId } from './rules/ids.ts'
import type { RecallClosed } from './rules/refusals.ts'

type OpenAct = Exclude<RecallAct, 'start' | 'rehearse' | 'acknowledge'>
type Opened = { recall: StoredRecall; grant: Grant }

function judge(ctx: Pick<Ctx, 'actor'>, act: OpenAct, recall: StoredRecall | undefined): Outcome<Opened, RecallClosed> {
  if (!recall) throw new NotFound('No such recall')
  const grant = requireAct(ctx.actor, recallActs[act], tiesOfRecall(recall))
  return refuseStatus(recallActs[act], recall.status) ?? done({ recall, grant })
}

/** The case, held, for somebody who may do this to it in its state; to anybody else it is not there. */
export const beginAct = async (tx: Tx, ctx: Ctx, act: OpenAct, id: RecallId) => judge(ctx, act, await lockRecall(tx, id))

/** The same before a file is kept: whoever may not fills no disk. */
export const mayAct = async (ctx: Ctx, act: OpenAct, id: RecallId) => judge(ctx, act, await selectRecall(ctx.db, id))

export const movedOf = async (db: ReadDb, { id, code, producerId, isDrill }: StoredRecall): Promise<RecallMoved> => ({
  recallId: id,
  code,
  producerId,
  lotIds: await selectLotIds(db, id),
  isDrill,
})
