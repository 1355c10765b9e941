import { formatMoment } from '@dacsan/vietnam'
import { refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { findSlips } from '../identity/index.ts'
import { invitationPath } from '../identity/rules.ts'
import { saySlip } from '../identity/words.ts'
import { findProducerSlips } from '../joining/index.ts'
import { slipPath } from '../joining/rules.ts'
import { sayProducerSlip } from '../joining/words.ts'
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
  const [facts, ofProducers] = [await findSlips(ctx, secrets), await findProducerSlips(ctx, secrets)]
  if (facts.length + ofProducers.length === 0) return refuse('no-slip')
  const site = province().site.name
  const signIn = `${origin}/dang-nhap`
  const slips = [
    ...facts.map((one) => saySlip(one, { site, address: `${origin}${invitationPath(one.secret)}`, signIn })),
    ...ofProducers.map((one) =>
      sayProducerSlip({ ...one, until: formatMoment(one.until) }, { site, address: `${origin}${slipPath(one.secret)}`, signIn }),
    ),
  ]
  return drawAnew(ctx, { kind: 'slips-pdf', sheet: { slips, createdAt: ctx.now } })
}
