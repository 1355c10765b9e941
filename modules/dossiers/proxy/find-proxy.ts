import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { allowedKinds, findProduct, producerFile, productsOfProducer } from '../../catalogue/index.ts'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { hasActivePeople, peopleWith, requireAct, requireRole, system } from '../../identity/index.ts'
import { communesOf } from '../../identity/rules.ts'
import { selectBusyProductIds, selectDossiers } from '../dossier.store.ts'
import { isProxy, readScope } from '../policy.ts'
import { dossierActs, finalStatuses, openKinds } from '../rules.ts'
import type { DossierCard, DossierKind } from '../rules.ts'
import { selectAskedDossierIds, selectHelpedProducers } from './proxy.store.ts'
import type { HelpedProducers } from './proxy.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** What an officer writes for producers, who asks for it, and which producers of the commune could be helped. */
export type ProxyDesk = {
  /** Written by this officer now, or formerly: what was last touched first. */
  written: (DossierCard & { goesOn: boolean })[]
  asked: DossierCard[]
  query: string
} & HelpedProducers

/** The desk of an officer who helps producers of the own commune. */
export async function findProxyDesk(ctx: Reader, query: string): Promise<ProxyDesk> {
  const officer = requireRole(ctx.actor, 'commune-officer')
  const communes = communesOf(ctx.actor, 'commune-officer')
  const asked = (await selectAskedDossierIds(ctx.db, communes)).map(({ id }) => id)
  const all = await selectDossiers(ctx.db, readScope({ actor: system('dossiers') }), { writtenBy: officer.userId })
  return {
    written: all
      .map((dossier) => ({ ...dossier, goesOn: isProxy(ctx.actor, dossier) }))
      .toSorted((one, other) => other.updatedAt.getTime() - one.updatedAt.getTime()),
    asked: asked.length === 0 ? [] : await selectDossiers(ctx.db, readScope({ actor: system('dossiers') }), { ids: asked }),
    query,
    ...(await selectHelpedProducers(ctx.db, communes, query)),
  }
}

export type StartFor = {
  producer: { id: ProducerId; name: string; representative: string | null; commune: string | null }
  /** Somebody of it has come in: a paper is not enough. */
  worksItself: boolean
  /** Whether its legal form may take part. */
  isAllowed: boolean
  products: { id: ProductId; name: string; kinds: DossierKind[] }[]
  /** Officers of the commune beside this one: one of them has to judge it. */
  others: number
}

/** What may be begun for a producer of the officer's own commune; of another one it is not found. */
export async function findStartFor(ctx: Reader, producerId: ProducerId): Promise<StartFor> {
  const within = { db: ctx.db, actor: system('dossiers') }
  const producer = await producerFile(within, producerId)
  const { communeCode, commune } = producer.place
  requireAct(ctx.actor, dossierActs['start-for'], { commune: communeCode })
  if (communeCode === null) throw new NotFound('No such producer', { producerId })
  const today = dateInVietnam(ctx.now)
  const busy = await selectBusyProductIds(ctx.db, producerId, finalStatuses)
  const products = (await productsOfProducer(within, producerId)).filter(({ id }) => !busy.includes(id))
  const officers = await peopleWith(ctx.db, ['commune-officer'], { today, communeCode })
  return {
    producer: { id: producer.id, name: producer.name, representative: producer.representative, commune },
    worksItself: producer.organisationId !== null && (await hasActivePeople(ctx.db, producer.organisationId)),
    isAllowed: (await allowedKinds(ctx)).some((kind) => kind === producer.kind),
    products: await Promise.all(
      products.map(async ({ id, name }) => ({ id, name, kinds: openKinds(await findProduct(within, id), today) })),
    ),
    others: officers.filter((userId) => ctx.actor.kind === 'person' && userId !== ctx.actor.userId).length,
  }
}
