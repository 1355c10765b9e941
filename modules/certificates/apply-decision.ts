import { findProduct, recordStanding } from '../catalogue/index.ts'
import type { ProductId } from '../catalogue/rules.ts'
import type { Ctx, Tx } from '../context.ts'
import { moveDossier } from '../dossiers/index.ts'
import { system } from '../identity/index.ts'
import type { UserId } from '../identity/rules.ts'
import type { RecognitionOutcome } from '../law/rules.ts'
import { updateRecorded } from './decision.store.ts'
import { issueCertificate } from './issue-certificate.ts'
import type { SignedDecision, SignedItem } from './issue-certificate.ts'
import { recognisedBy } from './rules.ts'
import type { DecisionRecorded, DecisionStatus, Proposal } from './rules.ts'
import { decisionNumbered } from './words.ts'

const moveOf = { recognised: 'recognise', 'potential-five': 'await-ministry', 'not-recognised': 'not-recognise' } as const satisfies Record<
  RecognitionOutcome,
  string
>

/**
 * All that follows from a signature: the decision's state, certificates, the register, the dossiers. The caller has decided, holds the lock,
 * and records its own act with what is returned.
 */
export async function applyDecision(
  tx: Tx,
  ctx: Ctx,
  items: readonly SignedItem[],
  signed: SignedDecision & { to: DecisionStatus; by: UserId | null; proposal?: Proposal | null; keepsCertificates?: boolean },
): Promise<DecisionRecorded> {
  const { decisionId, signing } = signed
  await updateRecorded(tx, decisionId, signing, { status: signed.to, by: signed.by, at: ctx.now, proposal: signed.proposal ?? null })
  const inOrder = items.toSorted((a, b) => (a.dossierId < b.dossierId ? -1 : 1))
  for (const { dossierId, outcome } of inOrder) {
    await moveDossier(tx, ctx, { dossierId, move: moveOf[outcome], note: decisionNumbered(signing.number) })
  }
  const follows = signed.keepsCertificates ? { ...follow, recognised: follow['not-recognised'] } : follow
  for (const item of items) await follows[item.outcome](tx, ctx, item, signed)
  return { decisionId, number: signing.number, signedOn: signing.signedOn, dossierIds: inOrder.map((item) => item.dossierId) }
}

type Follow = (tx: Tx, ctx: Ctx, item: SignedItem, signed: SignedDecision) => Promise<unknown>

/** What a product's outcome means for its certificate and its standing in the register. */
const follow: Record<RecognitionOutcome, Follow> = {
  recognised: (tx, ctx, item, signed) => issueCertificate(tx, ctx, item, signed),
  'potential-five': (tx, ctx, item, signed) => {
    const [meanwhile] = recognisedBy([item])
    return meanwhile ? issueCertificate(tx, ctx, meanwhile, signed, { potentialFive: true }) : keepStanding(tx, item.productId, true)
  },
  'not-recognised': (tx, _, { productId }) => keepStanding(tx, productId, false),
}

/** A product that is not recognised now keeps its earlier certificate and standing; only the wait for the ministry begins or ends. */
async function keepStanding(tx: Tx, productId: ProductId, potentialFive: boolean): Promise<void> {
  const product = await findProduct({ db: tx, actor: system('certificates') }, productId)
  const { standing, stars, certificateCode, certifiedFrom, certifiedUntil, validityInferred, certifiedYear } = product
  const kept = { standing, stars, certificateCode, certifiedFrom, certifiedUntil, validityInferred, certifiedYear }
  await recordStanding(tx, { productId, ...kept, potentialFive })
}
