import { addDays } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'

/** Papers of the vaults that run out within so many days, and that nobody replaced. */
export async function selectExpiring(db: ReadDb, { today, withinDays }: { today: string; withinDays: number }) {
  const rows = await db
    .selectFrom('evidence')
    .select(['evidence.id', 'evidence.title', 'evidence.expires_on as expiresOn', 'evidence.producer_id as producerId'])
    .where('evidence.expires_on', '>=', today)
    .where('evidence.expires_on', '<=', addDays(today, withinDays))
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('evidence as newer').select('newer.id').whereRef('newer.replaces_id', '=', 'evidence.id'))),
    )
    .orderBy('evidence.expires_on')
    .execute()
  return rows.flatMap(({ expiresOn, ...row }) => (expiresOn === null ? [] : [{ ...row, expiresOn }]))
}
