import { holdsCode, holdsWords } from '@dacsan/platform/folded-text'
import { lockText, openText } from '@dacsan/platform/locked-text'
import type { LockedColumn, LockedText } from '@dacsan/platform/locked-text'
import { sql } from 'kysely'
import type { Expression, SqlBool } from 'kysely'
import type { ProducerId, ProductId } from '../catalogue/rules.ts'
import type { ReadDb, Tx } from '../context.ts'
import type { Asked } from '../finding.ts'
import type { UserId } from '../identity/rules.ts'
import type { ReadScope } from './policy.ts'
import type { DossierAnswers, DossierCard, DossierKind, DossierStatus, FormSection, SectionAnswers } from './rules.ts'
import type { DossierId, RoundId } from './rules/ids.ts'

const cards = (db: ReadDb) =>
  db
    .selectFrom('dossier')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'dossier.producer_id')
    .innerJoin('commune_card as commune', 'commune.code', 'dossier.commune_code')
    .leftJoin('dossier_proxy_now as proxy', 'proxy.dossier_id', 'dossier.id')
    .select([
      'proxy.user_id as proxyId',
      'proxy.user_name as proxyName',
      'proxy.office_name as proxyOffice',
      'proxy.consent as proxyConsent',
      'proxy.began_at as proxySince',
      sql<UserId[]>`array(select user_id from dossier_proxy ever where ever.dossier_id = dossier.id and user_id is not null)`.as(
        'proxyIds',
      ),
      'dossier.id',
      'dossier.code',
      'dossier.status',
      'dossier.kind',
      'dossier.criteria_decision as criteriaDecision',
      'dossier.set_code as setCode',
      'dossier.submitted_at as submittedAt',
      'dossier.commune_due_on as communeDueOn',
      'dossier.renewal_due_on as renewalDueOn',
      'dossier.round_id as roundId',
      'dossier.is_sample as isSample',
      'dossier.version',
      'dossier.updated_at as updatedAt',
      'product.id as productId',
      'product.name as productName',
      'product.slug as productSlug',
      'producer.id as producerId',
      'producer.name as producerName',
      'producer.organisation_id as organisationId',
      'commune.code as communeCode',
      'commune.name as communeName',
      'commune.province_code as provinceCode',
      'commune.province_name as provinceName',
    ])

type CardRow = Awaited<ReturnType<ReturnType<typeof cards>['executeTakeFirstOrThrow']>>

function toCard(row: CardRow): DossierCard {
  const { productId, productName, productSlug, producerId, producerName, organisationId, communeCode, communeName, ...rest } = row
  const { provinceCode, provinceName, proxyId, proxyName, proxyOffice, proxyConsent, proxySince, ...dossier } = rest
  return {
    ...dossier,
    proxy:
      proxyId === null ? null : { userId: proxyId, name: proxyName!, office: proxyOffice!, consent: proxyConsent!, since: proxySince! },
    code: row.code ?? row.id,
    product: { id: productId, name: productName, slug: productSlug },
    producer: { id: producerId, name: producerName, organisationId },
    commune: { code: communeCode, name: communeName, provinceCode, provinceName },
  }
}

export async function selectDossier(db: ReadDb, idOrCode: string): Promise<DossierCard | undefined> {
  const column = idOrCode.startsWith('dos_') ? 'dossier.id' : 'dossier.code'
  const row = await cards(db).where(column, '=', idOrCode).executeTakeFirst()
  return row && toCard(row)
}

/** The dossier, held until the end of the transaction. */
export async function lockDossier(tx: Tx, id: DossierId): Promise<DossierCard | undefined> {
  const locked = await tx.selectFrom('dossier').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return locked && selectDossier(tx, locked.id)
}

export type DossierFilter = {
  status?: DossierStatus | readonly DossierStatus[]
  roundId?: RoundId
  communeCode?: string
  producerId?: ProducerId
  productId?: ProductId
  /** Those whose code, product or producer is looked for. */
  asked?: Asked
  ids?: readonly DossierId[]
  /** Those that somebody writes, or wrote, for their producers. */
  writtenBy?: UserId
  limit?: number
}

export async function selectDossiers(db: ReadDb, scope: ReadScope, filter: DossierFilter): Promise<DossierCard[]> {
  const statuses = filter.status === undefined ? undefined : [filter.status].flat()
  let query = cards(db)
  if (statuses) query = query.where('dossier.status', 'in', statuses)
  if (filter.roundId !== undefined) query = query.where('dossier.round_id', '=', filter.roundId)
  if (filter.communeCode !== undefined) query = query.where('dossier.commune_code', '=', filter.communeCode)
  if (filter.producerId !== undefined) query = query.where('dossier.producer_id', '=', filter.producerId)
  if (filter.productId !== undefined) query = query.where('dossier.product_id', '=', filter.productId)
  if (filter.ids) query = query.where('dossier.id', 'in', [...filter.ids])
  if (filter.writtenBy !== undefined)
    query = query.where(
      sql<SqlBool>`exists (select from dossier_proxy ever where ever.dossier_id = dossier.id and ever.user_id = ${filter.writtenBy})`,
    )
  if (filter.asked) query = query.where(isAskedFor(filter.asked))
  if (filter.limit !== undefined) query = query.limit(filter.limit)
  if (!scope.all) {
    query = query.where((eb) => {
      const filed = eb('dossier.submitted_at', 'is not', null)
      const allowed: Expression<SqlBool>[] = []
      if (scope.organisationIds.length > 0) allowed.push(eb('producer.organisation_id', 'in', scope.organisationIds))
      if (scope.proxyId !== null && scope.communeCodes.length > 0)
        allowed.push(eb.and([eb('proxy.user_id', '=', scope.proxyId), eb('dossier.commune_code', 'in', scope.communeCodes)]))
      if (scope.everyFiled) allowed.push(filed)
      if (scope.communeCodes.length > 0) allowed.push(eb.and([filed, eb('dossier.commune_code', 'in', scope.communeCodes)]))
      if (scope.admitted.length > 0) allowed.push(eb.and([filed, eb('dossier.id', 'in', scope.admitted)]))
      return eb.or(allowed)
    })
  }
  const rows = await query.orderBy('dossier.commune_due_on').orderBy('dossier.updated_at', 'desc').orderBy('dossier.id').execute()
  return rows.map(toCard)
}

/** The words of a product are those of its producer too (`searchText`). */
const isAskedFor = ({ words, code }: Asked): Expression<SqlBool> =>
  sql<SqlBool>`(${holdsWords(sql.ref('product.search_text'), words)} or ${holdsCode(sql.ref('dossier.code'), code)})`

export type NewDossier = {
  id: DossierId
  productId: ProductId
  producerId: ProducerId
  communeCode: string
  kind: DossierKind
  criteriaDecision: string
  setCode: string
  answers: DossierAnswers
  isSample: boolean
  at: Date
}

export async function insertDossier(tx: Tx, dossier: NewDossier): Promise<void> {
  const answers = await lockAnswers(tx, dossier.id, dossier.answers)
  await tx
    .insertInto('dossier')
    .values({
      id: dossier.id,
      product_id: dossier.productId,
      producer_id: dossier.producerId,
      commune_code: dossier.communeCode,
      kind: dossier.kind,
      criteria_decision: dossier.criteriaDecision,
      set_code: dossier.setCode,
      status: 'draft',
      answers: JSON.stringify(answers),
      is_sample: dossier.isSample,
      created_at: dossier.at,
      updated_at: dossier.at,
    })
    .execute()
}

export async function updateSet(tx: Tx, id: DossierId, set: { criteriaDecision: string; setCode: string }): Promise<void> {
  await tx.updateTable('dossier').set({ criteria_decision: set.criteriaDecision, set_code: set.setCode }).where('id', '=', id).execute()
}

export async function selectOpenDossierId(
  db: ReadDb,
  productId: ProductId,
  finalStatuses: readonly DossierStatus[],
): Promise<DossierId | undefined> {
  const row = await db
    .selectFrom('dossier')
    .select('id')
    .where('product_id', '=', productId)
    .where('status', 'not in', finalStatuses)
    .executeTakeFirst()
  return row?.id
}

export async function selectBusyProductIds(
  db: ReadDb,
  producerId: ProducerId,
  finalStatuses: readonly DossierStatus[],
): Promise<ProductId[]> {
  const rows = await db
    .selectFrom('dossier')
    .select('product_id')
    .where('producer_id', '=', producerId)
    .where('status', 'not in', finalStatuses)
    .execute()
  return rows.map((row) => row.product_id)
}

const lockedAnswers = ['taxCode', 'registrationNo'] as const
const columnOf = (name: (typeof lockedAnswers)[number]): LockedColumn => ({
  table: 'dossier',
  key: 'id',
  column: 'answers',
  path: ['producer', name],
})

/** What of the answers is the number of a person or a household. */
export const lockedDossierColumns: readonly LockedColumn[] = lockedAnswers.map(columnOf)

/** The answers with their numbers passed through `turn`. */
async function withNumbers<Answers extends Partial<DossierAnswers>>(
  answers: Answers,
  turn: (column: LockedColumn, text: string) => Promise<string>,
): Promise<Answers> {
  const turned: SectionAnswers = { ...answers.producer }
  for (const name of lockedAnswers) {
    const text = turned[name]
    if (typeof text === 'string') turned[name] = await turn(columnOf(name), text)
  }
  return answers.producer ? { ...answers, producer: turned } : answers
}

const lockAnswers = <Answers extends Partial<DossierAnswers>>(tx: Tx, id: DossierId, answers: Answers) =>
  withNumbers(answers, (column, text) => lockText(tx, column, id, text))
export const openAnswersFor = <Answers extends Partial<DossierAnswers>>(
  answers: Answers,
  open: (column: LockedColumn, text: LockedText) => Promise<string>,
) => withNumbers(answers, (column, text) => open(column, text as LockedText))
const openAnswers = <Answers extends Partial<DossierAnswers>>(db: ReadDb, id: DossierId, answers: Answers) =>
  openAnswersFor(answers, (column, text) => openText(db, column, id, text))

const noAnswers: DossierAnswers = { producer: {}, registration: {}, business: {}, plan: {} }

export async function selectAnswers(db: ReadDb, dossierId: DossierId): Promise<DossierAnswers> {
  const row = await db.selectFrom('dossier').select('answers').where('id', '=', dossierId).executeTakeFirstOrThrow()
  return { ...noAnswers, ...(await openAnswers(db, dossierId, row.answers)) }
}

/** What the producer wrote in its last dossier, whatever became of it. */
export async function selectLatestAnswers(db: ReadDb, producerId: ProducerId): Promise<DossierAnswers | undefined> {
  const row = await db
    .selectFrom('dossier')
    .select(['id', 'answers'])
    .where('producer_id', '=', producerId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row && { ...noAnswers, ...(await openAnswers(db, row.id, row.answers)) }
}

export async function updateAnswers(tx: Tx, dossierId: DossierId, section: FormSection, answers: SectionAnswers): Promise<void> {
  const locked = await lockAnswers(tx, dossierId, { [section]: answers })
  await tx
    .updateTable('dossier')
    .set({ answers: sql`answers || ${JSON.stringify(locked)}::text::jsonb` })
    .where('id', '=', dossierId)
    .execute()
}

/** Counts a change to the dossier; returns its version from now on. */
export async function bumpVersion(tx: Tx, dossierId: DossierId, at: Date): Promise<number> {
  const row = await tx
    .updateTable('dossier')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: at }))
    .where('id', '=', dossierId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function updateStatus(
  tx: Tx,
  dossierId: DossierId,
  change: { status: DossierStatus; communeDueOn?: string; renewalDueOn?: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('dossier')
    .set((eb) => ({
      status: change.status,
      commune_due_on: change.communeDueOn,
      renewal_due_on: change.renewalDueOn,
      updated_at: change.at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', dossierId)
    .execute()
}

/** The next number in the commune's book of the year; numbers have gaps only where a transaction failed. */
export async function takeNumber(tx: Tx, communeCode: string, year: number): Promise<number> {
  const row = await tx
    .insertInto('dossier_counter')
    .values({ commune_code: communeCode, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['commune_code', 'year']).doUpdateSet((eb) => ({ last: eb('dossier_counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

export async function recordFiling(tx: Tx, dossierId: DossierId, filing: { code: string; declaredAt: Date }): Promise<void> {
  await tx
    .updateTable('dossier')
    .set((eb) => ({
      code: filing.code,
      declared_at: filing.declaredAt,
      submitted_at: eb.fn.coalesce('submitted_at', eb.val(filing.declaredAt)),
    }))
    .where('id', '=', dossierId)
    .execute()
}

export async function updateRound(tx: Tx, dossierId: DossierId, roundId: RoundId): Promise<void> {
  await tx.updateTable('dossier').set({ round_id: roundId }).where('id', '=', dossierId).execute()
}

export async function selectDeclaredAt(db: ReadDb, dossierId: DossierId): Promise<Date | null> {
  const row = await db.selectFrom('dossier').select('declared_at').where('id', '=', dossierId).executeTakeFirstOrThrow()
  return row.declared_at
}

/** The papers that stand in a dossier. */
export async function selectPapersIn(db: ReadDb, dossierId: DossierId): Promise<string[]> {
  const rows = await db.selectFrom('dossier_evidence').select('evidence_id').distinct().where('dossier_id', '=', dossierId).execute()
  return rows.map(({ evidence_id: id }) => id)
}
