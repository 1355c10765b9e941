import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb } from '../../context.ts'
import type { PointStatus } from './acts.ts'
import type { PointId } from './rules/ids.ts'

export type ListedPoint = {
  id: PointId
  name: string
  status: PointStatus
  communeName: string
  operatorName: string
  recognisedOn: PlainDate | null
  inspectedOn: PlainDate | null
}

export const pointsListed = (db: ReadDb) =>
  sql<ListedPoint>`${db
    .selectFrom('point_of_sale as point')
    .innerJoin('organisation_card as operator', 'operator.id', 'point.operator_id')
    .innerJoin('commune_card as commune', 'commune.code', 'point.commune_code')
    .select([
      'point.id',
      'point.name',
      'point.status',
      'commune.name as communeName',
      'operator.name as operatorName',
      'point.recognised_on as recognisedOn',
      sql`(select max(visited_on) from point_inspection where point_id = point.id)`.as('inspectedOn'),
    ])}`
