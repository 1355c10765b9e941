import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import { ranksOn } from '../law/index.ts'
import { isProvincesToGrant } from '../law/rules.ts'
import { issuers } from '../papers/index.ts'
import type { Issuer } from '../papers/index.ts'
import { selectByNumber } from './decision.store.ts'
import { decisionNumber } from './rules.ts'
import { signingWords as says } from './words.ts'
import type { DecisionCard, Signing, SigningFacts } from './rules.ts'

/** What an officer types off the signed paper. */
export const signingFields = {
  number: z.string().trim().min(1, says.numberMissing).max(40, says.numberLong),
  signedOn: z.iso.date(says.dayMissing),
  signer: z.string().trim().min(2, says.signerMissing).max(120, says.signerLong),
  signerTitle: z.string().trim().min(2, says.titleMissing).max(120, says.titleLong),
}

/** The proposal that the decision follows, where the officer has it at hand. */
export const proposalFields = {
  proposalNumber: z.string().trim().max(40, says.numberLong).default(''),
  proposalOn: z.union([z.literal(''), z.iso.date(says.dayMissing)]).default(''),
}

/** The signing with its number completed by the issuer's symbol; null where the number does not belong to the issuer. */
export function completed<Typed extends Signing>(typed: Typed, issuer: Issuer): Typed | null {
  const number = decisionNumber(typed.number, issuer.decisionSymbol)
  return number === null ? null : { ...typed, number }
}

/** What a signing is judged by; `same` is the recorded decision that carries its number already. */
export async function signingFacts(
  tx: Tx,
  ctx: Pick<Ctx, 'now'>,
  { number, signedOn }: Pick<Signing, 'number' | 'signedOn'>,
  { issuer, earliest }: { issuer: Issuer; earliest: string },
): Promise<SigningFacts & { same: DecisionCard | undefined }> {
  const same = await selectByNumber(tx, { number, authority: issuer.authority, year: Number(signedOn.slice(0, 4)) })
  return { today: dateInVietnam(ctx.now), earliest, numberTaken: same !== undefined, same }
}

/** The authority that grants a rank and withdraws it. */
export async function issuerOf(db: ReadDb, stars: number, day: string): Promise<Issuer> {
  return isProvincesToGrant(stars, await ranksOn(db, day)) ? issuers.province : issuers.ministry
}
