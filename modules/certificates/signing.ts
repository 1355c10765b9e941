import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import { ruleOn } from '../law/index.ts'
import { selectByNumber } from './decision.store.ts'
import { issuers } from './issuers.ts'
import type { Issuer } from './issuers.ts'
import { decisionNumber, isProvincesToGrant } from './rules.ts'
import type { DecisionCard, Ranks, Signing, SigningFacts } from './rules.ts'

/** What an officer types off the signed paper. */
export const signingFields = {
  number: z.string().trim().min(1, 'Hãy ghi số quyết định.').max(40, 'Số quyết định dài quá 40 chữ.'),
  signedOn: z.iso.date('Hãy ghi ngày ký.'),
  signer: z.string().trim().min(2, 'Hãy ghi họ tên người ký.').max(120, 'Họ tên dài quá 120 chữ.'),
  signerTitle: z.string().trim().min(2, 'Hãy ghi chức vụ người ký.').max(120, 'Chức vụ dài quá 120 chữ.'),
}

/** The signing with its number completed by the issuer's symbol; null where the number is none of the issuer's. */
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

/** Who grants which rank, on a day. */
export async function ranksOn(db: ReadDb, day: string): Promise<Ranks> {
  const { value: recognisedFrom } = await ruleOn(db, 'star.recognised-from', day)
  const { value: ministryFromPoints } = await ruleOn(db, 'star.ministry-from-points', day)
  const { value: authorities } = await ruleOn(db, 'star.authority', day)
  return { recognisedFrom, ministryFromPoints, authorities }
}

/** Whoever grants a rank, and takes it back. */
export async function issuerOf(db: ReadDb, stars: number, day: string): Promise<Issuer> {
  return isProvincesToGrant(stars, await ranksOn(db, day)) ? issuers.province : issuers.ministry
}
