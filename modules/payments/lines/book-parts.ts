import type { Ctx, Tx } from '../../context.ts'
import { bookReceipt } from '../../shop/index.ts'
import type { BankLineId } from '../rules/ids.ts'
import type { LinePart } from '../rules/judge-lines.ts'
import { insertParts } from './line.store.ts'

/** The key of a part in the shop's log of money: one line is put to an order once. */
export const partKey = (lineId: BankLineId, { orderId }: Pick<LinePart, 'orderId'>): string => `${lineId}.${orderId}`

/** Puts the money of a line to orders of a bill, which are held. */
export async function bookParts(
  tx: Tx,
  ctx: Ctx,
  lineId: BankLineId,
  { reference, parts }: { reference: string | null; parts: readonly LinePart[] },
): Promise<void> {
  for (const { orderId, amountVnd } of parts) {
    const receipt = { orderId, amountVnd, reference: (reference ?? '').slice(0, 80), note: '', requestKey: partKey(lineId, { orderId }) }
    const outcome = await bookReceipt(tx, ctx, receipt)
    if (!outcome.ok) throw new Error(`a part of ${lineId} was refused: ${outcome.refusal.code}`)
  }
  await insertParts(tx, lineId, parts)
}
