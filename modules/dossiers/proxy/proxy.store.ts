import { holdsWords } from '@dacsan/platform/folded-text'
import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import { searchWords } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { ProxyConsent } from '../rules.ts'
import type { DossierId, DossierProxyId } from '../rules/ids.ts'

/** A turn of somebody who writes for the producer; before an officer took it, the producer's wish. */
export type ProxyTurn = {
  id: DossierProxyId
  consent: ProxyConsent
  askedAt: Date | null
  askedByName: string | null
  userId: UserId | null
  userName: string | null
  officeName: string | null
  beganAt: Date | null
  reason: string
  paperName: string | null
  endedAt: Date | null
  endedByName: string | null
}

/** The turns of a dossier, the last one first. */
export function selectTurns(db: ReadDb, dossierId: DossierId): Promise<ProxyTurn[]> {
  return db
    .selectFrom('dossier_proxy')
    .select([
      'id',
      'consent',
      'asked_at as askedAt',
      'asked_by_name as askedByName',
      'user_id as userId',
      'user_name as userName',
      'office_name as officeName',
      'began_at as beganAt',
      'reason',
      'paper_name as paperName',
      'ended_at as endedAt',
      'ended_by_name as endedByName',
    ])
    .where('dossier_id', '=', dossierId)
    .orderBy('ended_at', (order) => order.desc().nullsFirst())
    .orderBy('id', 'desc')
    .execute()
}

type NewTurn = { id: DossierProxyId; dossierId: DossierId }
type Officer = { userId: UserId; userName: string; officeName: string; at: Date }

export async function insertTurnByPaper(
  tx: Tx,
  {
    id,
    dossierId,
    userId,
    userName,
    officeName,
    at,
    reason,
    paper,
  }: NewTurn & Officer & { reason: string; paper: { hash: string; name: string } },
): Promise<void> {
  await tx
    .insertInto('dossier_proxy')
    .values({
      id,
      dossier_id: dossierId,
      consent: 'paper',
      user_id: userId,
      user_name: userName,
      office_name: officeName,
      began_at: at,
      reason,
      paper_file_hash: paper.hash,
      paper_name: paper.name,
    })
    .execute()
}

export async function insertTurnAsked(tx: Tx, { id, dossierId, byName, at }: NewTurn & { byName: string; at: Date }): Promise<void> {
  await tx
    .insertInto('dossier_proxy')
    .values({ id, dossier_id: dossierId, consent: 'asked', asked_at: at, asked_by_name: byName })
    .execute()
}

export async function updateTurnTaken(tx: Tx, id: DossierProxyId, { userId, userName, officeName, at }: Officer): Promise<void> {
  await tx
    .updateTable('dossier_proxy')
    .set({ user_id: userId, user_name: userName, office_name: officeName, began_at: at })
    .where('id', '=', id)
    .execute()
}

export async function updateTurnEnded(tx: Tx, id: DossierProxyId, { byName, at }: { byName: string; at: Date }): Promise<void> {
  await tx.updateTable('dossier_proxy').set({ ended_at: at, ended_by_name: byName }).where('id', '=', id).execute()
}

/** The paper that shows the consent of the producer. */
export function selectConsentPaper(db: ReadDb, id: DossierProxyId) {
  return db
    .selectFrom('dossier_proxy')
    .innerJoin('stored_file_card as paper', 'paper.hash', 'dossier_proxy.paper_file_hash')
    .select(['dossier_proxy.dossier_id as dossierId', 'paper.hash', 'paper.media_type as mediaType', 'paper_name as name'])
    .where('dossier_proxy.id', '=', id)
    .executeTakeFirst()
}

/** Dossiers of these communes whose producers wait for an officer to write for them, the longest first. */
export function selectAskedDossierIds(db: ReadDb, communeCodes: readonly string[]): Promise<{ id: DossierId; askedAt: Date | null }[]> {
  return db
    .selectFrom('dossier_proxy')
    .innerJoin('dossier', 'dossier.id', 'dossier_proxy.dossier_id')
    .select(['dossier.id', 'dossier_proxy.asked_at as askedAt'])
    .where('dossier.commune_code', 'in', communeCodes.length > 0 ? [...communeCodes] : [''])
    .where('dossier_proxy.ended_at', 'is', null)
    .where('dossier_proxy.user_id', 'is', null)
    .orderBy('dossier_proxy.asked_at')
    .execute()
}

/** A producer of a commune, and whether somebody of it has come in by an account. */
export type HelpedProducer = { id: ProducerId; name: string; representative: string | null; comesInItself: boolean }

/** As many as a page shows; words narrow them down where there are more. */
export type HelpedProducers = { producers: HelpedProducer[]; hasMore: boolean }
const mostShown = 200

/** The first producers of these communes by words of their names or products, in the order of the alphabet. */
export async function selectHelpedProducers(db: ReadDb, communeCodes: readonly string[], query: string): Promise<HelpedProducers> {
  const words = searchWords(query)
  const found = await db
    .selectFrom('producer_card as producer')
    .select((eb) => [
      'producer.id',
      'producer.name',
      'producer.representative',
      eb
        .exists(
          eb
            .selectFrom('active_member_card as active')
            .select('active.user_id')
            .whereRef('active.organisation_id', '=', 'producer.organisation_id')
            .where('active.role', '=', 'producer'),
        )
        .$castTo<boolean>()
        .as('comesInItself'),
    ])
    .where('producer.commune_code', 'in', communeCodes.length > 0 ? [...communeCodes] : [''])
    .$if(words.length > 0, (all) => all.where(holdsWords(sql.ref('producer.search_text'), words)))
    .orderBy('producer.name', inVietnamese)
    .orderBy('producer.id')
    .limit(mostShown + 1)
    .execute()
  return { producers: found.slice(0, mostShown), hasMore: found.length > mostShown }
}

/** Who ever wrote each dossier for its producer: for modules above, which judge who has a part in it. */
export async function proxiesOf(db: ReadDb, dossierIds: readonly DossierId[]): Promise<Map<DossierId, UserId[]>> {
  if (dossierIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('dossier_proxy')
    .select(['dossier_id', 'user_id as userId'])
    .where('dossier_id', 'in', [...dossierIds])
    .where('user_id', 'is not', null)
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.dossier_id)].map(([id, found]) => [id, found.flatMap(({ userId }) => userId ?? [])]))
}
