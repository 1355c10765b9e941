import type { Tx } from '../context.ts'

export async function upsertConfirmation(tx: Tx, { sessionId, at }: { sessionId: string; at: Date }): Promise<void> {
  await tx
    .insertInto('session_confirmation')
    .values({ session_id: sessionId, at })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet({ at }))
    .execute()
}
