import { carrierNames, carrierOf, uncertain } from '@dacsan/carriers'
import type { Ctx } from '../../context.ts'
import { ownSeller } from '../policy.ts'
import { countPushes, selectUnknownPushes } from '../pushes/push.store.ts'
import { openPushSecret, selectAccountsOf } from './account.store.ts'

const mostUnknown = 20

/** The carriers of a seller: what opens each, where it may tell of parcels, what came. The secret of the address is shown to its seller alone. */
export async function findAccounts(ctx: Pick<Ctx, 'db' | 'actor'>) {
  const { producerId } = await ownSeller(ctx)
  const accounts = await selectAccountsOf(ctx.db, producerId)
  const [counts, unknown] = await Promise.all([countPushes(ctx.db, producerId), selectUnknownPushes(ctx.db, producerId, mostUnknown)])
  const fieldsOf = (carrier: (typeof carrierNames)[number]) => ({
    carrier,
    fields: [...carrierOf(carrier).credentialFields],
    canBeAsked: carrierOf(carrier).detail !== null,
    uncertain: uncertain.filter((one) => one.carrier === carrier).length,
  })
  return {
    accounts: await Promise.all(
      accounts.map(async (account) => ({
        id: account.id,
        sender: account.sender,
        connectedAt: account.connectedAt,
        pushSecret: await openPushSecret(ctx.db, account),
        pushes: counts.find(({ accountId }) => accountId === account.id) ?? null,
        ...fieldsOf(account.carrier),
      })),
    ),
    free: carrierNames.filter((name) => !accounts.some(({ carrier }) => carrier === name)).map(fieldsOf),
    unknown,
  }
}
