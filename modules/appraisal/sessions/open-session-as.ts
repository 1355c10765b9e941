import { NotFound } from '@dacsan/decisions'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { dateInVietnam } from '@dacsan/vietnam'
import { conflictsOf } from '../councils/conflict.store.ts'
import type { MemberConflict } from '../councils/conflict.store.ts'
import { deskAt, requireDesk } from '../policy.ts'
import type { Desk, DeskKind } from '../policy.ts'
import { totalOf } from '../rules.ts'
import type { CouncilRules, DossierOnTable, SessionRules } from '../rules.ts'
import { lockSession, selectSeats, selectSession, selectTable } from './session.store.ts'
import { selectTold } from './deviation.store.ts'
import type { SeatedMember, Session, TabledDossier } from './session.store.ts'
import { selectAllSheets } from '../sheets/sheet.store.ts'
import type { StoredSheet } from '../sheets/sheet.store.ts'

export type AtTable<Kind extends DeskKind = DeskKind> = {
  session: Session
  seats: SeatedMember[]
  desk: Desk<Kind>
}

/** Reads a session from where the actor sits; other desks than these are told no, everybody else finds nothing. */
export async function sitDown<Kind extends DeskKind>(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  sessionId: string,
  ...kinds: readonly Kind[]
): Promise<AtTable<Kind>> {
  return seated(ctx.db, ctx, await selectSession(ctx.db, sessionId), kinds)
}

/** The same inside a command, with the session held until the end of the transaction. */
export async function sitDownToWrite<Kind extends DeskKind>(
  tx: Tx,
  ctx: Pick<Ctx, 'actor'>,
  sessionId: string,
  lock: 'update' | 'share',
  ...kinds: readonly Kind[]
): Promise<AtTable<Kind>> {
  return seated(tx, ctx, await lockSession(tx, sessionId, lock), kinds)
}

async function seated<Kind extends DeskKind>(
  db: ReadDb,
  ctx: Pick<Ctx, 'actor'>,
  session: Session | undefined,
  kinds: readonly Kind[],
): Promise<AtTable<Kind>> {
  if (!session) throw new NotFound('no such session')
  const seats = await selectSeats(db, session.id)
  return { session, seats, desk: requireDesk(deskAt(ctx.actor, seats, session.status), ...kinds) }
}

export async function tabledDossier(db: ReadDb, sessionId: string, dossierId: string): Promise<TabledDossier> {
  const dossier = (await selectTable(db, sessionId)).find((row) => row.dossierId === dossierId)
  if (!dossier) throw new NotFound('no such dossier in the session')
  return dossier
}

export const councilRules = ({ quorumPercent, quorumNeedsChair, deviationPoints }: SessionRules): CouncilRules => ({
  quorumPercent: quorumPercent.value,
  quorumNeedsChair: quorumNeedsChair.value,
  deviationPoints: deviationPoints.value,
})

export type Table = { tabled: TabledDossier; onTable: DossierOnTable; sheets: StoredSheet[]; conflicts: MemberConflict[] }[]

/** Everything on the table, points included: for the close and for figures that name nobody. Never leaves the module. */
export async function readTable(db: ReadDb, ctx: Pick<Ctx, 'now'>, sessionId: string): Promise<Table> {
  const dossiers = await selectTable(db, sessionId)
  const sheets = Map.groupBy(await selectAllSheets(db, sessionId), (sheet) => sheet.dossierId)
  const conflicts = await conflictsOf(db, sessionId, dateInVietnam(ctx.now))
  const told = await selectTold(db, sessionId)
  return dossiers.map((tabled) => {
    const own = sheets.get(tabled.dossierId) ?? []
    const excluding = conflicts.filter((conflict) => conflict.dossierId === tabled.dossierId)
    return {
      tabled,
      sheets: own,
      conflicts: excluding,
      onTable: {
        dossierId: tabled.dossierId,
        code: tabled.code,
        excluded: excluding.map((conflict) => conflict.memberId),
        finding: tabled.finding,
        discussion: tabled.discussion,
        sheets: own.map(({ memberId, status, lines }) => ({ memberId, status, total: totalOf(lines) })),
        told: told.get(tabled.dossierId) ?? null,
      },
    }
  })
}
