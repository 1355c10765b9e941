import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { Home } from '../rules.ts'

export async function selectHomes(db: ReadDb, userIds: readonly UserId[]): Promise<Map<UserId, Home & { declaredAt: Date }>> {
  const rows = await db
    .selectFrom('member_home')
    .innerJoin('commune_card as commune', 'commune.code', 'member_home.commune_code')
    .select([
      'member_home.user_id as userId',
      'member_home.address',
      'commune.code as communeCode',
      'commune.name as communeName',
      'member_home.declared_at as declaredAt',
    ])
    .where('member_home.user_id', 'in', [...userIds])
    .execute()
  return new Map(rows.map(({ userId, ...home }) => [userId, home]))
}

export async function upsertHome(tx: Tx, userId: UserId, home: Pick<Home, 'address' | 'communeCode'>, at: Date): Promise<void> {
  const row = { address: home.address, commune_code: home.communeCode, declared_at: at }
  await tx
    .insertInto('member_home')
    .values({ user_id: userId, ...row })
    .onConflict((known) => known.column('user_id').doUpdateSet(row))
    .execute()
}

export async function deleteHome(tx: Tx, userId: UserId): Promise<void> {
  await tx.deleteFrom('member_home').where('user_id', '=', userId).execute()
}
