import type { RawBuilder } from 'kysely'

/** One final fact: `key` names it within its kind, `fact` is JSON. */
export type SealedFact = { key: string; fact: unknown }

/**
 * The facts of one kind that are final: bound into the transparency log, and compared with it each night. Nothing stands in a fact that changes in the
 * ordinary course of things, or that a person may have erased: no name, no telephone number. Another shape of a fact is another kind.
 */
export type SealedFacts = RawBuilder<SealedFact>
