import type { ReadDb, Tx } from '../context.ts'
import type { UserId } from './ids.ts'

export type KeptRow = { digest: string; holder: string; userId: UserId | null; content: Buffer; at: Date }

export async function insertKeptForm(tx: Tx, { digest, holder, userId, content, at }: KeptRow): Promise<void> {
  await tx.insertInto('kept_form').values({ digest, holder, user_id: userId, content, kept_at: at }).execute()
}

export function selectKeptForm(db: ReadDb, { digest, holder, since }: { digest: string; holder: string; since: Date }) {
  return db
    .selectFrom('kept_form')
    .select(['content', 'user_id as userId'])
    .where('digest', '=', digest)
    .where('holder', '=', holder)
    .where('kept_at', '>', since)
    .executeTakeFirst()
}

export async function deleteKeptForms(tx: Tx): Promise<void> {
  await tx.deleteFrom('kept_form').execute()
}

export async function deleteKeptFormsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('kept_form').where('kept_at', '<', before).execute()
}
