import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import type { PlainDate } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { SellerPaperStatus } from '../acts.ts'
import type { JudgedPaper } from '../rules.ts'
import type { SellerPaperId } from '../rules/ids.ts'

export const paperNumberColumn: LockedColumn = { table: 'seller_paper', key: 'id', column: 'number' }

export type NewPaper = {
  id: SellerPaperId
  producerId: ProducerId
  kind: string
  setCode: string | null
  number: string
  issuedBy: string
  issuedOn: PlainDate
  validUntil: PlainDate | null
  file: { hash: string; name: string }
  requestKey: string
  at: Date
  byId: UserId | null
}

/** In the place of one that still waited. */
export async function insertPaper(tx: Tx, paper: NewPaper): Promise<void> {
  await tx
    .updateTable('seller_paper')
    .set({ status: 'replaced' })
    .where('producer_id', '=', paper.producerId)
    .where('kind', '=', paper.kind)
    .where('set_code', 'is not distinct from', paper.setCode)
    .where('status', '=', 'waiting')
    .execute()
  await tx
    .insertInto('seller_paper')
    .values({
      id: paper.id,
      producer_id: paper.producerId,
      kind: paper.kind,
      set_code: paper.setCode,
      number: await lockText(tx, paperNumberColumn, paper.id, paper.number),
      issued_by: paper.issuedBy,
      issued_on: paper.issuedOn,
      valid_until: paper.validUntil,
      file_hash: paper.file.hash,
      file_name: paper.file.name,
      status: 'waiting',
      request_key: paper.requestKey,
      handed_in_at: paper.at,
      handed_in_by: paper.byId,
    })
    .execute()
}

const papers = (db: ReadDb) =>
  db
    .selectFrom('seller_paper as shown')
    .innerJoin('producer_card as producer', 'producer.id', 'shown.producer_id')
    .innerJoin('stored_file_card as file', 'file.hash', 'shown.file_hash')
    .select([
      'shown.id',
      'shown.producer_id as producerId',
      'producer.organisation_id as organisationId',
      'shown.kind',
      'shown.set_code as setCode',
      'shown.number as lockedNumber',
      'shown.issued_by as issuedBy',
      'shown.issued_on as issuedOn',
      'shown.valid_until as validUntil',
      'shown.file_hash as fileHash',
      'shown.file_name as fileName',
      'file.media_type as mediaType',
      'shown.status',
      'shown.return_reason as returnReason',
      'shown.handed_in_at as handedInAt',
      'shown.judged_at as judgedAt',
      'shown.request_key as requestKey',
    ])

export type SellerPaper = JudgedPaper & {
  producerId: ProducerId
  organisationId: OrganisationId | null
  issuedBy: string
  fileHash: string
  fileName: string
  mediaType: string
  returnReason: string | null
  handedInAt: Date
  judgedAt: Date | null
  requestKey: string
}

/** In the order in which they were handed in, with their numbers; one that cannot be opened now is null. */
export async function selectPapersWithNumbers(db: ReadDb, producerId: ProducerId): Promise<(SellerPaper & { number: string | null })[]> {
  const rows = await papers(db).where('shown.producer_id', '=', producerId).orderBy('shown.handed_in_at').orderBy('shown.id').execute()
  return Promise.all(
    rows.map(async ({ lockedNumber, ...row }) => ({
      ...row,
      number: await openTextIfPossible(db, paperNumberColumn, row.id, lockedNumber),
    })),
  )
}

/** The same without their numbers. */
export async function selectPapers(db: ReadDb, producerId: ProducerId): Promise<SellerPaper[]> {
  const rows = await papers(db).where('shown.producer_id', '=', producerId).orderBy('shown.handed_in_at').orderBy('shown.id').execute()
  return rows.map(without)
}

export async function selectPaper(db: ReadDb, id: SellerPaperId): Promise<SellerPaper | undefined> {
  const row = await papers(db).where('shown.id', '=', id).executeTakeFirst()
  return row && without(row)
}

export async function selectPaperByKey(db: ReadDb, requestKey: string): Promise<SellerPaper | undefined> {
  const row = await papers(db).where('shown.request_key', '=', requestKey).executeTakeFirst()
  return row && without(row)
}

function without<Row extends { lockedNumber: unknown }>(row: Row): Omit<Row, 'lockedNumber'> {
  const { lockedNumber: _, ...rest } = row
  return rest
}

export async function lockPaper(tx: Tx, id: SellerPaperId): Promise<SellerPaper | undefined> {
  const locked = await tx.selectFrom('seller_paper').where('id', '=', id).select('id').forUpdate().executeTakeFirst()
  return locked && selectPaper(tx, id)
}

export async function updatePaper(
  tx: Tx,
  id: SellerPaperId,
  judged: { status: SellerPaperStatus; returnReason: string | null; at: Date; by: UserId | null },
): Promise<void> {
  await tx
    .updateTable('seller_paper')
    .set({ status: judged.status, return_reason: judged.returnReason, judged_at: judged.at, judged_by: judged.by })
    .where('id', '=', id)
    .execute()
}

/** Of which sets a seller posts products, whatever became of it; `drafts`: or is about to. */
export async function selectSetsOf(db: ReadDb, producerId: ProducerId, { drafts }: { drafts: boolean }): Promise<string[]> {
  const rows = await db
    .selectFrom('listing')
    .innerJoin('product_card as product', 'product.id', 'listing.product_id')
    .where('listing.producer_id', '=', producerId)
    .where('product.producer_id', '=', producerId)
    .where('product.set_code', 'is not', null)
    .$if(!drafts, (query) => query.where('listing.status', '<>', 'draft'))
    .select('product.set_code as setCode')
    .distinct()
    .execute()
  return rows.flatMap(({ setCode }) => setCode ?? [])
}

export async function selectKindOf(db: ReadDb, producerId: ProducerId): Promise<string | undefined> {
  return (await db.selectFrom('producer_card').where('id', '=', producerId).select('kind').executeTakeFirst())?.kind
}

/**
 * Papers that stopped counting so long ago: returned, replaced, past their last day, or followed by a newer one that was verified. Their files go with the files
 * that nobody names. Answers how many.
 */
export async function forgetPapers(tx: Tx, before: Date): Promise<number> {
  const { rows } = await sql`
    with later as (
      select old.id, min(coalesce(new.judged_at, new.handed_in_at)) filter (where new.status = 'verified') as verified_at, min(new.handed_in_at) as handed_in_at
      from seller_paper old join seller_paper new
        on new.producer_id = old.producer_id and new.kind = old.kind and new.set_code is not distinct from old.set_code
          and (new.handed_in_at, new.id) > (old.handed_in_at, old.id)
      group by old.id)
    delete from seller_paper p using seller_paper q left join later on later.id = q.id
    where q.id = p.id and case p.status
      when 'returned' then p.judged_at
      when 'replaced' then coalesce(later.handed_in_at, p.handed_in_at)
      -- Midnight there after the last day.
      when 'verified' then least((p.valid_until + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', later.verified_at)
      end < ${before}
    returning p.id`.execute(tx)
  return rows.length
}
