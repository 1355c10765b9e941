import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam, spanOf } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { lockBooks, selectAccounts } from '../account.store.ts'
import { selectMovedByKeys } from '../lines/line.store.ts'
import { takeLines } from '../lines/take-lines.ts'
import type { WebhookEventId } from '../rules/ids.ts'
import type { EventState, Provider, UnknownReason } from '../rules/kinds.ts'
import { selectSellerById } from '../seller.store.ts'
import { payingAccountOf } from '../statements/read-in.ts'
import { selectStored, updateProcessed } from './event.store.ts'
import { readEvent } from './transfers.ts'
import type { ToldTransfer } from './transfers.ts'

const batch = 200

/** Works on everything that came for a seller and waits, in the order in which the transfers were made. Done twice it changes nothing. */
export async function processEvents(ctx: Ctx, producerId: ProducerId): Promise<number> {
  let done = 0
  for (let some = -1; some !== 0;) done += some = await inTransaction(ctx, (tx) => processBatch(tx, ctx, producerId))
  return done
}

type Account = { bin: string; number: string }
type Work = { id: WebhookEventId; provider: Provider; account: Account; transfers: readonly (ToldTransfer & { key: string })[] }

async function processBatch(tx: Tx, ctx: Ctx, producerId: ProducerId): Promise<number> {
  await lockBooks(tx, producerId)
  const events = await selectStored(tx, producerId, batch)
  const accounts = await accountsOf(tx, producerId)
  const works: Work[] = []
  const met = new Set<string>()
  let processed = 0
  for (const event of events) {
    const { id, provider, sourceId, digest, receivedAt } = event
    const read = readEvent(provider, jsonOf(event.body), { digest, day: dateInVietnam(receivedAt) })
    const account = 'transfers' in read ? accountIn(accounts, read.transfers) : undefined
    if ('why' in read || account === undefined) {
      await updateProcessed(tx, [id], { state: 'unknown', why: 'why' in read ? read.why : 'other-account', at: ctx.now })
      processed++
      continue
    }
    const transfers = read.transfers.map((one) => ({ ...one, key: `${provider}:${sourceId}:${one.id}` }))
    // The same transfer once more: in the next round, when the first telling is in the books.
    if (transfers.some(({ key }) => met.has(key))) continue
    for (const { key } of transfers) met.add(key)
    works.push({ id, provider, account, transfers })
  }
  for (const some of Map.groupBy(works, ({ provider, account }) => `${provider} ${account.bin} ${account.number}`).values())
    await takeWorks(tx, ctx, producerId, some)
  return processed + works.length
}

const startOf = ({ transfers }: Work) => spanOf(transfers[0]!.at)?.from ?? 0

async function takeWorks(tx: Tx, ctx: Ctx, producerId: ProducerId, works: readonly Work[]): Promise<void> {
  const { provider, account } = works[0]!
  const ordered = works.toSorted((a, b) => startOf(a) - startOf(b))
  const transfers = ordered.flatMap((work) => work.transfers)
  const { fates } = await takeLines(tx, ctx, {
    seller: await selectSellerById(tx, producerId),
    account,
    cameBy: provider,
    lines: transfers.map(({ at, amount, direction, content, reference, balance }) => ({
      at,
      amount,
      direction,
      content,
      reference,
      balance,
    })),
    keysOf: () => ({ kind: `${provider}:`, keys: transfers.map(({ key }) => key) }),
  })
  const moved = await selectMovedByKeys(
    tx,
    transfers.map(({ key }) => key),
  )
  const ended = new Map<Exclude<EventState, 'stored'>, WebhookEventId[]>()
  for (const { id, transfers: own } of ordered) {
    const isOther = own.some(({ key, amount, direction }) => moved.get(key)?.amount !== amount || moved.get(key)?.direction !== direction)
    const isKnown = own.every((one) => fates[transfers.indexOf(one)] !== 'new')
    const state = isOther ? 'conflict' : isKnown ? 'known' : 'taken'
    ended.set(state, [...(ended.get(state) ?? []), id])
  }
  const why: UnknownReason = 'other-contents'
  for (const [state, ids] of ended) await updateProcessed(tx, ids, { state, why: state === 'conflict' ? why : null, at: ctx.now })
}

/** The account of today first, then those of before, of which late money may still come. */
async function accountsOf(tx: Tx, producerId: ProducerId): Promise<Account[]> {
  const today = await payingAccountOf(tx, { producerId })
  return [...(today.ok ? [today.value] : []), ...(await selectAccounts(tx, producerId))]
}

const plain = (text: string) => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** Which account the transfers of an event came to; that of today where none is said. */
function accountIn(accounts: readonly Account[], transfers: readonly ToldTransfer[]): Account | undefined {
  const said = new Set(transfers.flatMap((one) => one.accounts).map(plain))
  return said.size === 0 ? accounts[0] : accounts.find(({ number }) => said.has(plain(number)))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
