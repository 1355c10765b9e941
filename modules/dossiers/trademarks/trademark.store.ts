import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import type { EvidenceId, TrademarkCorrectionId, TrademarkId, TrademarkStepId } from '../rules/ids.ts'
import type { TrademarkStatus } from './acts.ts'

export type TrademarkFacts = { mark: string; number: string | null; classes: string }

/** An application with the day of its filing and its last step, both of what was not struck. */
export type StoredTrademark = TrademarkFacts & {
  id: TrademarkId
  office: string
  status: TrademarkStatus
  producerId: ProducerId
  producerName: string
  organisationId: OrganisationId | null
  communeCode: string | null
  filedOn: PlainDate
  lastStepId: TrademarkStepId
  lastOn: PlainDate
}

export type StoredStep = {
  id: TrademarkStepId
  status: TrademarkStatus
  happenedOn: PlainDate
  evidenceId: EvidenceId | null
  enteredAt: Date
  enteredByName: string
  forName: string | null
  struckAt: Date | null
  struckByName: string | null
  struckReason: string | null
}

export type StoredCorrection = TrademarkFacts & { filedOn: PlainDate; reason: string; correctedAt: Date; correctedByName: string }

/** Of the people of these organisations, of the producers of these communes, of one producer, of one application, or all. */
export type TrademarksOf =
  | { all: true }
  | { organisationIds: readonly OrganisationId[]; communeCodes: readonly string[] }
  | { producerId: ProducerId }
  | { id: TrademarkId }

const some = (values: readonly string[]) => (values.length > 0 ? [...values] : [''])

/** The last filed first. */
export function selectTrademarks(db: ReadDb, of: TrademarksOf): Promise<StoredTrademark[]> {
  return db
    .selectFrom('trademark_application as trademark')
    .innerJoin('producer_card as producer', 'producer.id', 'trademark.producer_id')
    .innerJoin('trademark_step as filed', (join) =>
      join.onRef('filed.application_id', '=', 'trademark.id').on('filed.status', '=', 'filed').on('filed.struck_at', 'is', null),
    )
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('trademark_step as step')
          .select(['step.id', 'step.happened_on'])
          .whereRef('step.application_id', '=', 'trademark.id')
          .where('step.struck_at', 'is', null)
          .orderBy('step.entered_at', 'desc')
          .orderBy('step.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      'trademark.id',
      'trademark.mark',
      'trademark.number',
      'trademark.classes',
      'trademark.office',
      'trademark.status',
      'producer.id as producerId',
      'producer.name as producerName',
      'producer.organisation_id as organisationId',
      'producer.commune_code as communeCode',
      'filed.happened_on as filedOn',
      'last.id as lastStepId',
      'last.happened_on as lastOn',
    ])
    .$if('id' in of, (query) => query.where('trademark.id', '=', 'id' in of ? of.id : 'tmk_'))
    .$if('producerId' in of, (query) => query.where('trademark.producer_id', '=', 'producerId' in of ? of.producerId : 'pro_'))
    .$if('organisationIds' in of, (query) =>
      query.where((eb) =>
        eb.or([
          eb('producer.organisation_id', 'in', some('organisationIds' in of ? of.organisationIds : []) as OrganisationId[]),
          eb('producer.commune_code', 'in', some('communeCodes' in of ? of.communeCodes : [])),
        ]),
      ),
    )
    .orderBy('filed.happened_on', 'desc')
    .orderBy('trademark.id', 'desc')
    .execute()
}

/** Holds an application until the end of the transaction. */
export async function lockTrademark(tx: Tx, id: TrademarkId): Promise<StoredTrademark | undefined> {
  await tx.selectFrom('trademark_application').select('id').where('id', '=', id).forUpdate().execute()
  return (await selectTrademarks(tx, { id }))[0]
}

/** Everything that was entered, struck steps among it, in its order. */
export const selectSteps = (db: ReadDb, id: TrademarkId): Promise<StoredStep[]> =>
  db
    .selectFrom('trademark_step')
    .select([
      'id',
      'status',
      'happened_on as happenedOn',
      'evidence_id as evidenceId',
      'entered_at as enteredAt',
      'entered_by_name as enteredByName',
      'for_name as forName',
      'struck_at as struckAt',
      'struck_by_name as struckByName',
      'struck_reason as struckReason',
    ])
    .where('application_id', '=', id)
    .orderBy('entered_at')
    .orderBy('id')
    .execute()

/** The papers of the steps of some applications that were not struck, the last first. */
export const selectStepPapers = (
  db: ReadDb,
  ids: readonly TrademarkId[],
): Promise<{ trademarkId: TrademarkId; evidenceId: EvidenceId | null }[]> =>
  db
    .selectFrom('trademark_step')
    .select(['application_id as trademarkId', 'evidence_id as evidenceId'])
    .where('application_id', 'in', [...ids])
    .where('struck_at', 'is', null)
    .where('evidence_id', 'is not', null)
    .orderBy('entered_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const selectCorrections = (db: ReadDb, id: TrademarkId): Promise<StoredCorrection[]> =>
  db
    .selectFrom('trademark_correction')
    .select([
      'mark',
      'number',
      'classes',
      'filed_on as filedOn',
      'reason',
      'corrected_at as correctedAt',
      'corrected_by_name as correctedByName',
    ])
    .where('application_id', '=', id)
    .orderBy('corrected_at')
    .orderBy('id')
    .execute()

/** Another application of the producer with this number. */
export const selectByNumber = (
  db: ReadDb,
  { producerId, number, except }: { producerId: ProducerId; number: string; except?: TrademarkId },
) =>
  db
    .selectFrom('trademark_application')
    .select('mark')
    .where('producer_id', '=', producerId)
    .where('number', '=', number)
    .$if(except !== undefined, (query) => query.where('id', '<>', except!))
    .executeTakeFirst()

export async function insertTrademark(
  tx: Tx,
  { id, producerId, office, at, ...facts }: TrademarkFacts & { id: TrademarkId; producerId: ProducerId; office: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('trademark_application')
    .values({ id, producer_id: producerId, office, status: 'filed', created_at: at, ...facts })
    .execute()
}

export type NewStep = {
  id: TrademarkStepId
  trademarkId: TrademarkId
  status: TrademarkStatus
  happenedOn: PlainDate
  evidenceId: EvidenceId | null
  byName: string
  forName: string | null
  at: Date
}

/** A step, and the application in its state. */
export async function insertStep(tx: Tx, step: NewStep): Promise<void> {
  await tx
    .insertInto('trademark_step')
    .values({
      id: step.id,
      application_id: step.trademarkId,
      status: step.status,
      happened_on: step.happenedOn,
      evidence_id: step.evidenceId,
      entered_at: step.at,
      entered_by_name: step.byName,
      for_name: step.forName,
    })
    .execute()
  await updateStatus(tx, step.trademarkId, step.status)
}

/** A step struck, and the application again in the state before it. */
export async function strikeStep(
  tx: Tx,
  { id, trademarkId, byName, reason, at }: { id: TrademarkStepId; trademarkId: TrademarkId; byName: string; reason: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('trademark_step')
    .set({ struck_at: at, struck_by_name: byName, struck_reason: reason })
    .where('id', '=', id)
    .execute()
  const before = (await selectSteps(tx, trademarkId)).findLast(({ struckAt }) => struckAt === null)
  if (before) await updateStatus(tx, trademarkId, before.status)
}

const updateStatus = (tx: Tx, id: TrademarkId, status: TrademarkStatus) =>
  tx.updateTable('trademark_application').set({ status }).where('id', '=', id).execute()

/** What an application says now, beside what it said before. */
export async function updateFacts(
  tx: Tx,
  was: StoredTrademark,
  {
    facts,
    filedOn,
    ...correction
  }: { id: TrademarkCorrectionId; facts: TrademarkFacts; filedOn: PlainDate; reason: string; byName: string; at: Date },
): Promise<void> {
  const { id, mark, number, classes } = was
  await tx
    .insertInto('trademark_correction')
    .values({
      id: correction.id,
      application_id: id,
      mark,
      number,
      classes,
      filed_on: was.filedOn,
      reason: correction.reason,
      corrected_at: correction.at,
      corrected_by_name: correction.byName,
    })
    .execute()
  await tx.updateTable('trademark_application').set(facts).where('id', '=', id).execute()
  await tx
    .updateTable('trademark_step')
    .set({ happened_on: filedOn })
    .where('application_id', '=', id)
    .where('status', '=', 'filed')
    .execute()
}
