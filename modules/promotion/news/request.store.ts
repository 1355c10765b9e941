import { insertRows } from '@dacsan/platform/insert-rows'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import { newsRequestActs } from './acts.ts'
import type { NewsId, NewsRequestId } from './rules/ids.ts'

const requests = (db: ReadDb) =>
  db
    .selectFrom('news_request as request')
    .innerJoin('news_item as item', 'item.id', 'request.news_id')
    .select([
      'request.id',
      'request.case_code as caseCode',
      'request.news_id as newsId',
      'item.slug',
      'request.edition',
      'request.words',
      'request.asked_at as askedAt',
      'request.due_on as dueOn',
      'request.status',
      'request.is_granted as isGranted',
      'request.answer',
      'request.answered_at as answeredAt',
      'request.answered_by_name as answeredByName',
    ])
export type StoredRequest = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>

export const selectRequest = (db: ReadDb, id: NewsRequestId): Promise<StoredRequest | undefined> =>
  requests(db).where('request.id', '=', id).executeTakeFirst()
export const selectRequestByCode = (db: ReadDb, caseCode: string): Promise<StoredRequest | undefined> =>
  requests(db).where('request.case_code', '=', caseCode).executeTakeFirst()
export const selectRequestByKey = (db: ReadDb, requestKey: string): Promise<StoredRequest | undefined> =>
  requests(db).where('request.request_key', '=', requestKey).executeTakeFirst()
export const selectRequestsOf = (db: ReadDb, newsId: NewsId): Promise<StoredRequest[]> =>
  requests(db).where('request.news_id', '=', newsId).orderBy('request.asked_at', 'desc').orderBy('request.id').limit(200).execute()

export async function lockRequest(tx: Tx, id: NewsRequestId): Promise<StoredRequest | undefined> {
  const locked = await tx.selectFrom('news_request').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectRequest(tx, id)
}

type NewRequest = {
  id: NewsRequestId
  caseCode: string
  newsId: NewsId
  edition: number
  words: string
  at: Date
  dueOn: PlainDate
  requestKey: string
}
export async function insertRequest(tx: Tx, given: NewRequest): Promise<void> {
  await insertRows(tx, 'news_request', [
    {
      id: given.id,
      case_code: given.caseCode,
      news_id: given.newsId,
      edition: given.edition,
      words: given.words,
      asked_at: given.at,
      due_on: given.dueOn,
      status: 'open' as const,
      request_key: given.requestKey,
    },
  ])
}

type Answer = { answer: string; isGranted: boolean; at: Date; byName: string }
export const updateRequest = (tx: Tx, id: NewsRequestId, { answer, isGranted, at, byName }: Answer) =>
  tx
    .updateTable('news_request')
    .set({ status: newsRequestActs.answer.to, answer, is_granted: isGranted, answered_at: at, answered_by_name: byName })
    .where('id', '=', id)
    .execute()
