import type { PaperId } from './rules/ids.ts'
import type { UserId } from '../identity/rules.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'paper.id': PaperId
  'paper.produced_by': UserId
}
