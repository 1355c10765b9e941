import type { Ctx, ReadDb, Tx } from '../context.ts'
import type { AccountSubject } from '../personal-data.ts'
import { dateInVietnam } from '@dacsan/vietnam'
import { personActs } from './acts.ts'
import { selectAccountSubject, selectUnusedAccounts } from './data-subject.store.ts'
import type { UserId } from './ids.ts'
import { isAdministrator, isAnotherAdministrator } from './membership.store.ts'
import { record } from './record.ts'
import { requireAct } from './ties.ts'

/** An account as its data are found by, in every room. */
export function accountSubject(db: ReadDb, userId: UserId, now: Date): Promise<AccountSubject | undefined> {
  return selectAccountSubject(db, userId, now)
}

/** Accounts that nobody has used since a moment, and that nobody may use. */
export function unusedAccounts(db: ReadDb, before: Date): Promise<UserId[]> {
  return selectUnusedAccounts(db, before, 100)
}

/** Whether nobody would be left to look after accounts without this one. */
export async function isLastAdministrator(db: ReadDb, userId: UserId, now: Date): Promise<boolean> {
  const today = dateInVietnam(now)
  return (await isAdministrator(db, userId, today)) && !(await isAnotherAdministrator(db, userId, today))
}

/** The trail's line of an account whose term has ended: its person asked for nothing. */
export async function recordErasure(tx: Tx, ctx: Pick<Ctx, 'actor' | 'now'>, userId: UserId): Promise<void> {
  requireAct(ctx.actor, personActs.forget)
  await record(tx, ctx, personActs.forget, { subjectId: userId })
}
