import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { namespacesOf } from '@dacsan/epcis'
import type { Context, Namespaces } from '@dacsan/epcis'
import { parseQuery, parseQueryDefinition } from '@dacsan/epcis/query'
import type { EventQuery, QueryRefusal } from '@dacsan/epcis/query'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { queryActs } from './acts.ts'
import { ownPartner, selectPartners } from './partner.store.ts'
import { organisationOf, ownPartners } from './policy.ts'
import type { Reader } from './policy.ts'
import { deleteQuery, insertQuery, selectQueries, selectQuery } from './query.store.ts'
import type { NamedQuery } from './query.store.ts'
import type { NoOrganisation } from './rules.ts'

export type { NamedQuery } from './query.store.ts'

/** Keeps a query under a name: its events are asked for by that name from here on. */
export async function defineQuery(
  ctx: Ctx,
  definition: unknown,
): Promise<Outcome<{ name: string }, QueryRefusal | NoOrganisation | { code: 'query-exists'; name: string }>> {
  requireAct(ctx.actor, queryActs.define)
  const organisationId = organisationOf(ctx.actor)
  if (organisationId === undefined) return refuse('no-organisation')
  const parsed = parseQueryDefinition(definition)
  if (!parsed.ok) return parsed
  const { name } = parsed.value
  const { query } = definition as { query: unknown }
  return inTransaction(ctx, async (tx) => {
    if (!(await insertQuery(tx, await ownPartner(tx, organisationId), { name, query, createdAt: ctx.now })))
      return refuse('query-exists', { name })
    await record(tx, ctx, queryActs.define, { subjectId: name, detail: { organisationId } })
    return done({ name })
  })
}

/** Takes a query away. */
export async function dropQuery(ctx: Ctx, name: string): Promise<Outcome<null, NoOrganisation>> {
  requireAct(ctx.actor, queryActs.drop)
  const organisationId = organisationOf(ctx.actor)
  if (organisationId === undefined) return refuse('no-organisation')
  return inTransaction(ctx, async (tx) => {
    if (!(await deleteQuery(tx, await selectPartners(tx, organisationId), name))) throw new NotFound('No such query', { name })
    await record(tx, ctx, queryActs.drop, { subjectId: name, detail: { organisationId } })
    return done(null)
  })
}

/** A query of somebody as it was defined. */
export async function findQuery(reader: Reader, name: string): Promise<NamedQuery> {
  const found = await selectQuery(reader.db, await ownPartners(reader), name)
  if (!found) throw new NotFound('No such query', { name })
  return found
}

/** The same, ready to be asked. It was read once when it was defined, so it can be read again. */
export function readNamedQuery({ query, name }: NamedQuery): { query: EventQuery; namespaces: Namespaces } {
  const parsed = parseQuery(query)
  if (!parsed.ok) throw new Error(`the query ${name} cannot be read: ${JSON.stringify(parsed.refusal)}`)
  return { query: parsed.value, namespaces: namespacesOf((query as { '@context'?: Context })['@context']) }
}

/** The queries of somebody in the order of their names. */
export async function listQueries(
  reader: Reader,
  { perPage, after }: { perPage: number; after: string },
): Promise<{ queries: NamedQuery[]; next: string | null }> {
  const queries = await selectQueries(reader.db, await ownPartners(reader), { after, limit: perPage + 1 })
  const page = queries.slice(0, perPage)
  return { queries: page, next: queries.length > perPage ? page.at(-1)!.name : null }
}
