import { randomBytes } from 'node:crypto'
import { carrierOf } from '@dacsan/carriers'
import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId } from '../../identity/rules.ts'
import { carrierAccountActs, tiesOfSeller } from '../acts.ts'
import { askCarrier, saysNo, signIn } from '../ask-carrier.ts'
import type { CarrierLines } from '../ask-carrier.ts'
import type { ConnectInput, EndAccountInput, RotateInput } from '../inputs.ts'
import { countOnWay } from '../parcels/parcel.store.ts'
import type { CarrierAccountId } from '../rules/ids.ts'
import type { CarrierName, Secrets } from '../rules/kinds.ts'
import type { CarrierSaysNo, ConnectRefusal, EndRefusal, RotateRefusal } from '../rules/refusals.ts'
import { insertAccount, lockAccount, selectAccount, selectAccountsOf, updateAccount, updateEnded } from './account.store.ts'
import type { StoredAccount } from './account.store.ts'

/** Of what was typed, what this carrier asks for. */
function secretsFor(carrier: CarrierName, typed: Secrets): Outcome<Secrets, { code: 'credentials-missing'; fields: string[] }> {
  const names = carrierOf(carrier).credentialFields
  const fields = names.filter((name) => (typed[name] ?? '') === '')
  if (fields.length > 0) return refuse('credentials-missing', { fields })
  return done(Object.fromEntries(names.map((name) => [name, typed[name]!])))
}

/** Nobody's parcel: whoever answers that it is not there has let us in. */
const nobodys = 'DS-THU-KET-NOI'

async function tryAccount(carrier: CarrierName, secrets: Secrets, lines: CarrierLines): Promise<Outcome<null, CarrierSaysNo>> {
  const { signIn: signs, find } = carrierOf(carrier)
  const answer =
    signs !== null || find === null
      ? await signIn(carrier, secrets, lines)
      : await askCarrier(carrier, secrets, find, { clientCode: nobodys }, lines)
  return answer.ok || answer.refusal.code === 'not-found' ? done(null) : saysNo(answer.refusal)
}

/** A seller lets us send by its contract with a carrier; the carrier is asked first whether it lets us in. */
export async function connectAccount(
  ctx: Ctx,
  lines: CarrierLines,
  { carrier, sender, ...typed }: ConnectInput,
): Promise<Outcome<{ accountId: CarrierAccountId }, ConnectRefusal>> {
  requireAct(ctx.actor, carrierAccountActs.connect)
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  const isConnected = async (db: Ctx['db'] | Tx) => (await selectAccountsOf(db, producer.id)).some((one) => one.carrier === carrier)
  const secrets = secretsFor(carrier, typed.secrets)
  if (!secrets.ok) return secrets
  if (await isConnected(ctx.db)) return refuse('connected-before')
  const tried = await tryAccount(carrier, secrets.value, lines)
  if (!tried.ok) return tried
  const accountId = ctx.newId('cac')
  const pushSecret = randomBytes(24).toString('base64url')
  return inTransaction(ctx, async (tx): Promise<Outcome<{ accountId: CarrierAccountId }, ConnectRefusal>> => {
    if (await isConnected(tx)) return refuse('connected-before')
    const given = { id: accountId, producerId: producer.id, carrier, credentials: secrets.value, pushSecret, sender }
    await insertAccount(tx, { ...given, at: ctx.now, byId: actorId(ctx.actor) })
    await record(tx, ctx, carrierAccountActs.connect, { subjectId: accountId, detail: { carrier } })
    return done({ accountId })
  })
}

function beginWith(
  ctx: Pick<Ctx, 'actor'>,
  act: 'rotate' | 'end',
  account: StoredAccount | undefined,
): Outcome<StoredAccount, Extract<EndRefusal, { code: 'account-ended' }>> {
  if (!account) throw new NotFound('No such account')
  requireAct(ctx.actor, carrierAccountActs[act], tiesOfSeller(account))
  return refuseStatus(carrierAccountActs[act], account.endedAt === null ? 'connected' : 'ended') ?? done(account)
}

/** Other credentials, or another place from where goods are fetched. */
export async function changeAccount(
  ctx: Ctx,
  lines: CarrierLines,
  { accountId, sender, secrets: typed }: RotateInput,
): Promise<Outcome<null, RotateRefusal>> {
  const begun = beginWith(ctx, 'rotate', await selectAccount(ctx.db, accountId))
  if (!begun.ok) return begun
  const secrets = secretsFor(begun.value.carrier, typed)
  if (!secrets.ok) return secrets
  const tried = await tryAccount(begun.value.carrier, secrets.value, lines)
  if (!tried.ok) return tried
  return inTransaction(ctx, async (tx): Promise<Outcome<null, RotateRefusal>> => {
    const again = beginWith(ctx, 'rotate', await lockAccount(tx, accountId))
    if (!again.ok) return again
    await updateAccount(tx, accountId, { credentials: secrets.value, sender, at: ctx.now })
    await record(tx, ctx, carrierAccountActs.rotate, { subjectId: accountId, detail: { carrier: again.value.carrier } })
    return done(null)
  })
}

/** Not while parcels are on their way: nobody could ask about them any more. */
export async function endAccount(ctx: Ctx, { accountId }: EndAccountInput): Promise<Outcome<null, EndRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, EndRefusal>> => {
    const begun = beginWith(ctx, 'end', await lockAccount(tx, accountId))
    if (!begun.ok) return begun
    const count = await countOnWay(tx, accountId)
    if (count > 0) return refuse('parcels-on-way', { count })
    await updateEnded(tx, accountId, { status: carrierAccountActs.end.to, at: ctx.now })
    await record(tx, ctx, carrierAccountActs.end, { subjectId: accountId, detail: { carrier: begun.value.carrier } })
    return done(null)
  })
}
