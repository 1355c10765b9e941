import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { hasRole, readersOf } from '../identity/index.ts'
import type { Reader } from '../identity/index.ts'
import { selectDossier, selectPapersIn } from './dossier.store.ts'
import { writesFor } from './policy.ts'

/** The id of a dossier that an address names by its id or by its file code. */
export async function dossierIdOf(db: Ctx['db'], idOrCode: string): Promise<string> {
  if (idOrCode.startsWith('dos_')) return idOrCode
  return (await selectDossier(db, idOrCode))?.id ?? idOrCode
}

/** Who opened a dossier or a paper in it since a moment; its producer and the administrators may ask. Of other people a producer learns what they were, not who. */
export async function listDossierReaders(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  idOrCode: string,
  since: Date,
): Promise<(Omit<Reader, 'actorId' | 'actorName'> & Partial<Pick<Reader, 'actorId' | 'actorName'>>)[]> {
  const dossier = await selectDossier(ctx.db, idOrCode)
  const isAdministrator = hasRole(ctx.actor, 'administrator')
  if (!dossier || !(isAdministrator || writesFor(ctx.actor, dossier))) throw new NotFound('No such dossier', { idOrCode })
  const papers = await selectPapersIn(ctx.db, dossier.id)
  const readers = await readersOf(ctx.db, [{ type: 'dossier', id: dossier.id }, ...papers.map((id) => ({ type: 'evidence', id }))], since)
  if (isAdministrator) return readers
  const others = readers.filter(({ seats }) => !seats.some(({ role }) => role === 'producer'))
  return [...Map.groupBy(others, ({ seats }) => JSON.stringify(seats)).values()].map((group) => ({
    seats: group[0]!.seats,
    first: new Date(Math.min(...group.map(({ first }) => first.getTime()))),
    last: new Date(Math.max(...group.map(({ last }) => last.getTime()))),
    times: group.reduce((sum, { times }) => sum + times, 0),
  }))
}
