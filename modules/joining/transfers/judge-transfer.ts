import { NotFound, refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import {
  findProduct,
  makesSameName,
  ownNumbers,
  producerFile,
  refuseKindForSet,
  refuseProducerKind,
  registerDay,
} from '../../catalogue/index.ts'
import type { Producer } from '../../catalogue/index.ts'
import { certificateState } from '../../catalogue/rules.ts'
import type { ProducerId, ProductId, ProductView } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { system } from '../../identity/index.ts'
import { ruleOn } from '../../law/index.ts'
import type { TransferFault } from '../rules/refusals.ts'
import '../topics.ts'
import { selectOpenDossier, selectOpenRecall } from './transfer.store.ts'

type At = Pick<Ctx, 'now'> & { db: ReadDb }

export const within = (db: ReadDb) => ({ db, actor: system('joining') })

/**
 * Why this product cannot go over to this producer today; null where it can. `judgesNumbers`: also whether the law asks the new one for a registration
 * that is not on file, which whoever asks may not know.
 */
export async function refuseTransfer(
  { db, now }: At,
  { product, to }: { product: ProductView; to: Producer },
  { judgesNumbers }: { judgesNumbers: boolean },
): Promise<Refused<TransferFault> | null> {
  const today = dateInVietnam(now)
  const state = certificateState(product, await registerDay({ db, now }))
  const { value: states } = await ruleOn(db, 'product.transfer-states', today)
  if (!states.includes(state)) return refuse('not-transferable', { state })
  const dossier = await selectOpenDossier(db, product.id)
  if (dossier) return refuse('dossier-open', { dossierCode: dossier.code })
  const recall = await selectOpenRecall(db, product.id, today)
  if (recall) return refuse('recall-open', { lotNumber: recall.number, until: recall.expiresOn })
  if (await makesSameName(db, to.id, product.name)) return refuse('same-name-there', { name: product.name })
  const ofSet = await refuseKindForSet({ db, now }, { kind: to.kind, setCode: product.setCode })
  if (ofSet) return ofSet
  const numbers = judgesNumbers ? await ownNumbers(within(db), to.id) : {}
  return refuseProducerKind({ db, now }, { kind: to.kind, ...numbers }, { judgesNumbers })
}

/** Product and both producers of a transfer, as they are now. */
export async function partiesOf(db: ReadDb, of: { productId: ProductId; fromId: ProducerId; toId: ProducerId }) {
  const [product, from, to] = await Promise.all([
    findProduct(within(db), of.productId),
    producerFile(within(db), of.fromId),
    producerFile(within(db), of.toId),
  ])
  if (product.producer.id !== from.id) throw new NotFound('No such product of this producer', of)
  return { product, from, to }
}
