import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from './ids.ts'

export async function selectDevice(db: ReadDb, { digest, userId }: { digest: string; userId: UserId }): Promise<boolean> {
  const row = await db
    .selectFrom('known_device')
    .select('digest')
    .where('digest', '=', digest)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether any browser of this person is known. */
export async function hasDevices(db: ReadDb, userId: UserId): Promise<boolean> {
  return (await db.selectFrom('known_device').select('digest').where('user_id', '=', userId).limit(1).executeTakeFirst()) !== undefined
}

export async function upsertDevice(tx: Tx, { digest, userId, at }: { digest: string; userId: UserId; at: Date }): Promise<void> {
  await tx
    .insertInto('known_device')
    .values({ digest, user_id: userId, first_at: at, last_at: at })
    .onConflict((conflict) => conflict.columns(['digest', 'user_id']).doUpdateSet({ last_at: at }))
    .execute()
}

export async function deleteDevicesOf(tx: Tx, userId: UserId): Promise<void> {
  await tx.deleteFrom('known_device').where('user_id', '=', userId).execute()
}

export async function deleteDevicesBefore(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('known_device').where('last_at', '<', before).execute()
}
