import type { PolicyKind } from './rules/policy.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'site_policy.kind': PolicyKind
}
