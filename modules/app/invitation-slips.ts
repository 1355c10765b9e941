import { refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { findSlips } from '../identity/index.ts'
import { invitationPath } from '../identity/rules.ts'
import { saySlip } from '../identity/words.ts'
import { drawAnew } from '../papers/index.ts'
import type { DrawingRefusal } from '../papers/rules.ts'
import { province } from '../province/index.ts'

/**
 * Prints invitations as slips, three to a sheet of A4, for whoever was just shown their addresses. What is drawn opens accounts, so it is kept
 * nowhere. Refused where none of them opens anything any more.
 */
export async function printSlips(
  ctx: Ctx,
  { secrets, origin }: { secrets: readonly string[]; origin: string },
): Promise<Outcome<Uint8Array, DrawingRefusal | { code: 'no-slip' }>> {
  const facts = await findSlips(ctx, secrets)
  if (facts.length === 0) return refuse('no-slip')
  const site = province().site.name
  const slips = facts.map((one) => saySlip(one, { site, address: `${origin}${invitationPath(one.secret)}`, signIn: `${origin}/dang-nhap` }))
  return drawAnew(ctx, { kind: 'slips-pdf', sheet: { slips, createdAt: ctx.now } })
}
