import type { Ctx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { selectForeignEvents } from './event.store.ts'
import type { JudgedDocument } from './judge-capture.ts'
import { selectSight } from './partner.store.ts'

/**
 * Which of the events that a document declares in error are not this organisation's to declare: it sees them, others captured them, and neither it nor
 * the document itself has an event of that name. Of events that it does not see nothing is said: whoever asks learns nothing from the answer, and a
 * declaration voids nothing but what its own organisation captured.
 */
export async function foreignDeclarations(
  ctx: Pick<Ctx, 'db' | 'origin'>,
  organisationId: OrganisationId,
  { declared, parts }: Pick<JudgedDocument, 'declared' | 'parts'>,
): Promise<ReadonlySet<string>> {
  if (declared.length === 0) return new Set()
  const foreign = new Set(await selectForeignEvents(ctx.db, await selectSight(ctx.db, ctx, organisationId), declared))
  if (foreign.size === 0) return foreign
  for await (const rows of parts())
    for (const { eventId, declaredAt } of rows) if (declaredAt === '' && foreign.has(eventId)) foreign.delete(eventId)
  return foreign
}
