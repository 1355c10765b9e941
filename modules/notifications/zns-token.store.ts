import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { ZnsTokens } from '@dacsan/platform/zns-renewal'
import type { Tx } from '../context.ts'

const accessColumn: LockedColumn = { table: 'zns_token', key: 'app_id', column: 'access_token' }
const refreshColumn: LockedColumn = { table: 'zns_token', key: 'app_id', column: 'refresh_token' }
export const znsTokenColumns: readonly LockedColumn[] = [accessColumn, refreshColumn]

/** What is kept of an app, locked for whoever asks until its transaction ends; nothing where it began with another refresh token than this. */
export async function lockZnsToken(tx: Tx, appId: string, begunWith: string) {
  await tx
    .insertInto('zns_token')
    .values({ app_id: appId, begun_with: begunWith })
    .onConflict((clash) => clash.column('app_id').doNothing())
    .execute()
  const nothing = { access_token: null, ends_at: null, refresh_token: null, renewed_at: null }
  await tx
    .updateTable('zns_token')
    .set({ ...nothing, begun_with: begunWith })
    .where('app_id', '=', appId)
    .where('begun_with', '!=', begunWith)
    .execute()
  const row = await tx.selectFrom('zns_token').selectAll().where('app_id', '=', appId).forUpdate().executeTakeFirstOrThrow()
  return {
    access: await openTextIfPossible(tx, accessColumn, appId, row.access_token),
    refresh: await openTextIfPossible(tx, refreshColumn, appId, row.refresh_token),
    endsAt: row.ends_at,
  }
}

export async function saveZnsTokens(tx: Tx, appId: string, { access, refresh, seconds }: ZnsTokens, now: Date): Promise<void> {
  await tx
    .updateTable('zns_token')
    .set({
      access_token: await lockText(tx, accessColumn, appId, access),
      refresh_token: await lockText(tx, refreshColumn, appId, refresh),
      ends_at: new Date(now.getTime() + seconds * 1000),
      renewed_at: now,
    })
    .where('app_id', '=', appId)
    .execute()
}

/** This access token is not good any more; another that was fetched meanwhile stays. */
export async function spoilZnsToken(tx: Tx, appId: string, token: string): Promise<void> {
  const row = await tx.selectFrom('zns_token').select('access_token').where('app_id', '=', appId).forUpdate().executeTakeFirst()
  if (!row || (await openTextIfPossible(tx, accessColumn, appId, row.access_token)) !== token) return
  await tx.updateTable('zns_token').set({ access_token: null, ends_at: null }).where('app_id', '=', appId).execute()
}
