import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { linkActs } from './acts.ts'
import { replaceAnchors } from './link.store.ts'
import { readLinkset } from './rules/read-linkset.ts'
import type { LinksetRefusal } from './rules/read-linkset.ts'

/** Of an import of many things these are named in the audit trail. */
const mostNamed = 50

/** Takes a linkset in whole: what it says of a thing replaces what an earlier one said of it, and what it does not name stays. */
export async function importLinkset(ctx: Ctx, text: string): Promise<Outcome<{ anchors: number; links: number }, LinksetRefusal>> {
  requireAct(ctx.actor, linkActs.import)
  const read = readLinkset(text)
  if (!read.ok) return read
  const anchors = read.value
  return inTransaction(ctx, async (tx) => {
    await replaceAnchors(tx, anchors, ctx.now)
    const count = { anchors: anchors.length, links: anchors.reduce((total, { links }) => total + links.length, 0) }
    const paths = anchors.slice(0, mostNamed).map(({ path }) => path)
    await record(tx, ctx, linkActs.import, { subjectId: paths[0] ?? '-', detail: { ...count, paths } })
    return done(count)
  })
}
