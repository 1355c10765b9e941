import { peopleOfProducer } from '../../catalogue/index.ts'
import type { Asking } from '../../message.ts'
import type { SessionId } from '../rules/ids.ts'
import { selectSessionDossiers } from '../sessions/session.store.ts'

/** To the producers of a session, each of its own dossier; `values`: what is said of all of them. */
export async function aboutDossiers<Values extends Record<string, string>>(sessionId: SessionId, values: Values, asking: Asking) {
  const dossiers = await selectSessionDossiers(asking.db, sessionId)
  return Promise.all(
    dossiers.map(async ({ dossierId, productName, code, producerId }) => ({
      to: await peopleOfProducer(asking, producerId),
      path: `/van-phong/ho-so/${dossierId}`,
      object: ['dossier', dossierId] as const,
      values: { product: productName, code, ...values },
    })),
  )
}
