import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile, Upload, UploadRefusal } from '@dacsan/platform/files'
import type { Ctx, Tx } from '../context.ts'
import { actorId, actorName, record, takeUpload } from '../identity/index.ts'
import { holdBooks, moveRecalled } from '../inventory/index.ts'
import type { RecallKind } from '../inventory/rules.ts'
import { recallActs } from './acts.ts'
import type { TallyKind } from './acts.ts'
import { goodsOf } from './goods.ts'
import type { CountInput } from './inputs.ts'
import { beginAct, mayAct } from './open-case.ts'
import { refuseCount, unitsOf } from './rules/balance.ts'
import type { RecallTallyId } from './rules/ids.ts'
import type { CountRefusal } from './rules/refusals.ts'
import { insertTallyLine, isCounted } from './tally.store.ts'
import { ledgerNote } from './words/names.ts'

/** What is shown by a paper, a photo or both, and whoever saw it; a drill destroys nothing. */
const shown: readonly TallyKind[] = ['destroyed', 'sampled']

export type Proof = { file?: Upload | null; photo?: Upload | null }

/**
 * Goods of a recalled lot were found, came back, were sampled, or were destroyed before a witness. Goods that the ledger knows come and go there in the same
 * transaction. Nothing that was written is changed: a wrong line is taken back by one more below zero, with a word. The same form sent twice is one line.
 */
export async function countGoods(ctx: Ctx, input: CountInput, proof: Proof = {}): Promise<Outcome<null, CountRefusal>> {
  const { recallId, goods, kind, quantity, place, witness, note, requestKey } = input
  const early = await mayAct(ctx, 'count', recallId)
  if (!early.ok) return early
  const { isDrill } = early.value.recall
  if (quantity < 0 && !note) return refuse('note-missing')
  if (goods.at && !Number.isInteger(quantity)) return refuse('packs-are-whole')
  if (shown.includes(kind) && quantity > 0 && !isDrill && !((proof.file || proof.photo) && witness)) return refuse('proof-missing')
  const kept = await keep(ctx, proof)
  if (!kept.ok) return kept
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'count', recallId)
    if (!begun.ok) return begun
    if (await isCounted(tx, requestKey)) return done(null)
    const { recall } = begun.value
    if (!isDrill) await holdBooks(tx, goods)
    const of = (await goodsOf(tx, recall)).lots.find(({ lot }) => lot.id === goods.lotId)
    const position = of?.positions.find(({ packId, placeId }) => packId === goods.at?.packId && placeId === goods.at.placeId)
    if (!of || (goods.at && !position)) return refuse('lot-of-other-recall')
    const line = { kind, quantity, at: position?.stand ?? null }
    const refused = refuseCount(of.goods, line)
    if (refused) return refused
    const id = ctx.newId('rct')
    if (!isDrill) {
      const moved = await moveLedger(tx, ctx, { id, code: recall.code, input })
      if (!moved.ok) return moved
    }
    const by = { byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
    const { file, photo } = kept.value
    for (const one of [file, photo]) if (one) await recordFile(tx, one, { by: by.byId, at: ctx.now })
    const which = { lotId: goods.lotId, packId: goods.at?.packId ?? null, placeId: goods.at?.placeId ?? null }
    const counted = { kind, quantity, lotUnits: unitsOf(line), place, witness, note }
    await insertTallyLine(tx, { id, recallId, ...which, ...counted, file, photo, requestKey, at: ctx.now, ...by })
    await record(tx, ctx, recallActs.count, { subjectId: recallId, detail: { ...which, kind, quantity, place, witness } })
    return done(null)
  })
}

async function keep(ctx: Ctx, { file, photo }: Proof): Promise<Outcome<{ file: KeptFile | null; photo: KeptFile | null }, UploadRefusal>> {
  const [paper, picture] = [
    file ? await takeUpload(ctx, file, ['photo', 'paper']) : null,
    photo ? await takeUpload(ctx, photo, ['photo']) : null,
  ]
  if (paper && !paper.ok) return paper
  if (picture && !picture.ok) return picture
  return done({ file: paper?.value ?? null, photo: picture?.value ?? null })
}

/** What a line of the tally is in the ledger of goods. Finding goods moves none. */
const inLedger: Readonly<Record<TallyKind, RecallKind | null>> = {
  found: null,
  'sold-elsewhere': 'sold',
  returned: 'recalled',
  sampled: 'sampled',
  destroyed: 'destroyed',
  handled: 'handled',
}

async function moveLedger(
  tx: Tx,
  ctx: Ctx,
  { id, code, input: { goods, kind, quantity } }: { id: RecallTallyId; code: string; input: CountInput },
): Promise<Outcome<null, CountRefusal>> {
  const as = inLedger[kind]
  if (!goods.at || !as) return done(null)
  const moved = await moveRecalled(tx, ctx, { lotId: goods.lotId, ...goods.at, kind: as, quantity, note: ledgerNote(code), ref: id })
  if (moved.ok) return moved
  return moved.refusal.code === 'not-enough'
    ? refuse('more-than-books', { free: moved.refusal.free })
    : refuse('more-than-sold', { over: quantity - moved.refusal.out, unit: null })
}
