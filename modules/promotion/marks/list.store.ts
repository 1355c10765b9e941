import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import type { MisuseStatus } from './acts.ts'
import type { MarkId, MisuseId } from './rules/ids.ts'
import type { MarkKind, MarkStep } from './rules/steps.ts'

export type ListedMark = {
  id: MarkId
  name: string
  kind: MarkKind
  owner: string
  number: string
  step: MarkStep
  until: PlainDate | null
  uses: number
}

/** Every mark with its last step. */
export const marksListed = (db: ReadDb) =>
  sql<ListedMark>`${db
    .selectFrom('mark')
    .innerJoin('organisation_card as owner', 'owner.id', 'mark.owner_id')
    .innerJoin('mark_step as step', (join) =>
      join
        .onRef('step.mark_id', '=', 'mark.id')
        .on('step.seq', '=', sql<number>`(select max(seq) from mark_step where mark_step.mark_id = mark.id)`),
    )
    .select([
      'mark.id',
      'mark.name',
      'mark.kind',
      'owner.name as owner',
      'mark.number',
      'step.step',
      sql`(select max(until_on) from mark_step where mark_step.mark_id = mark.id)`.as('until'),
      sql`(select count(*) from mark_use where mark_use.mark_id = mark.id and ended_on is null)::int`.as('uses'),
    ])}`

export type ListedMisuse = {
  id: MisuseId
  caseCode: string
  mark: string | null
  words: string
  status: MisuseStatus
  reportedAt: Date
  dueOn: PlainDate
}

export const misusesListed = (db: ReadDb) =>
  sql<ListedMisuse>`${db
    .selectFrom('mark_misuse as misuse')
    .leftJoin('mark', 'mark.id', 'misuse.mark_id')
    .select([
      'misuse.id',
      'misuse.case_code as caseCode',
      'mark.name as mark',
      'misuse.words',
      'misuse.status',
      'misuse.reported_at as reportedAt',
      'misuse.due_on as dueOn',
    ])}`
