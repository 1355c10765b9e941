import type { Outcome } from '@dacsan/decisions'
import type { ReadDb, Tx } from './context.ts'
import type { OrganisationId } from './identity/rules.ts'

/** Two organisations of which the first goes into the second. */
export type MergedOrganisations = { fromId: OrganisationId; intoId: OrganisationId }

/** What a room keeps by the id of an organisation, and how it goes over when the organisation is merged into another. */
export type OrganisationHolding = {
  /** The columns that hold such an id, as `table.column`: a column that no room names fails a test. */
  columns: readonly string[]
  /** What it has of an organisation, a sentence each, for whoever is about to merge it. */
  list: (db: ReadDb, organisationId: OrganisationId) => Promise<string[]>
  /** Moves it all, in the transaction of the merge; refused where both have what only one can have. */
  move: (tx: Tx, merged: MergedOrganisations) => Promise<Outcome<void, { code: 'held-by-both'; what: string }>>
}
