import { createHash } from 'node:crypto'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { testDatabase } from '@dacsan/platform/testing'
import { aProduct } from '../catalogue/fixtures.ts'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson, someoneWith } from '../identity/fixtures.ts'
import { createAuth, roles, system } from '../identity/index.ts'
import type { Actor, Role } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { tryActs } from '../test-acts.ts'
import { joiningActTables } from './acts.ts'
import { aPaper, aRegistered, aRequest, aTransfer, transferForm, typed } from './fixtures.ts'
import {
  agreeOnPaper,
  agreeToTransfer,
  askChange,
  askForMore,
  askMoreOfTransfer,
  checkTransfer,
  confirmRequest,
  confirmTransfer,
  declineTransfer,
  fileRequest,
  fileRequestFor,
  fileTransfer,
  printSlip,
  refuseProductTransfer,
  refuseRequest,
  supplementRequest,
  supplementTransfer,
  takeBackRequest,
  useSlip,
  useSlipInput,
  withdrawRequest,
  withdrawTransfer,
} from './index.ts'
import { selectRequest } from './request.store.ts'
import { insertSlip } from './slip.store.ts'

const { db, as } = await testDatabase<Tables>()
const base = as(system('trial'), '2026-11-23T09:00:00+07:00')
const { officer, stranger, owner, other, claimed, owned, taken, more } = await inTransaction({ db }, async (tx) => {
  await loadLaw(tx)
  const officer = await aPerson(tx, { role: 'commune-officer', communeCode: '29431' })
  const stranger = await aPerson(tx, { role: 'commune-officer', communeCode: '29308' })
  const owner = await aPerson(tx)
  const claimed = await aRegistered(tx)
  const owned = await aRegistered(tx, { name: 'HTX Có người', organisationId: owner.memberships[0]!.organisationId })
  const other = await aPerson(tx)
  const taken = await aRegistered(tx, {
    name: 'HTX Nhận',
    product: 'Đường hoa dừa',
    taxCode: '2100000001',
    organisationId: other.memberships[0]!.organisationId,
  })
  const more = await aProduct(tx, { producerId: owned.id, name: 'Nước dừa', standing: {} })
  return { officer, stranger, owner, other, claimed, owned, taken, more }
})
const others = Object.fromEntries(roles.map((role) => [role, someoneWith(role)])) as Record<Role, Actor>
const people = { officer, stranger, owner, ...others }
const everybody = [...(Object.keys(people) as (keyof typeof people)[]), 'visitor', 'system'] as const
const offices = ['officer', 'provincial-officer'] as const

const request = await aRequest(base, { producerId: claimed.id })
const { requestId, code, secret } = request
const answer = { requestId, version: 1, words: 'Chụp lại giấy cho rõ.' }
const linkOf = ({ actor }: Ctx) => ({ code, secret: actor.kind === 'visitor' ? secret : 'x' })
const auth = createAuth({ db, secret: 'a secret of the tests, thirty-two bytes long', origin: 'https://dacsan.test', demo: false })
const paperSecret = 'the secret of a paper'
const digest = createHash('sha256').update(paperSecret).digest('base64url')
await inTransaction(base, (tx) =>
  insertSlip(tx, { id: newId('psl'), requestId, digest, until: new Date('2027-01-01T00:00:00Z'), at: base.now, byId: null, byName: 'Xã' }),
)
let sender = 0
const address = () => `198.51.100.${(sender += 1) % 250}`

// Anybody asks; the own commune and the office of the province decide; whoever filed it supplements and withdraws by its link alone.
tryActs(joiningActTables[0], {
  base,
  people,
  put: async (tx, status) => {
    const { organisationId, userId } = await inhabitants(tx)
    return tx
      .updateTable('producer_request')
      .set({ status, ...(status === 'confirmed' && { organisation_id: organisationId, user_id: userId }) })
      .where('id', '=', requestId)
      .execute()
  },
  state: async (tx) => (await selectRequest(tx, 'id', requestId))!.status,
  attempts: {
    file: (ctx: Ctx) => fileRequest(ctx, typed(), aPaper(), address()),
    'file-for': (ctx: Ctx) => fileRequestFor(ctx, typed({ phone: '' }), aPaper()),
    'ask-change': (ctx: Ctx) => askChange(ctx, owned.id, { ...change, requestKey: newId('key') }, aPaper()),
    ask: (ctx: Ctx) => askForMore(ctx, answer),
    supplement: (ctx: Ctx) => supplementRequest(ctx, { ...linkOf(ctx), note: 'Đã chụp lại.' }, null, address()),
    confirm: (ctx: Ctx) => confirmRequest(ctx, { requestId, version: 1, take: false, otherIds: [] }),
    refuse: (ctx: Ctx) => refuseRequest(ctx, answer),
    withdraw: (ctx: Ctx) => withdrawRequest(ctx, linkOf(ctx)),
    'take-back': (ctx: Ctx) => takeBackRequest(ctx, answer),
    'print-slip': (ctx: Ctx) => printSlip(ctx, { requestId, version: 1 }),
    'use-slip': ({ db: within, actor, now }: Ctx) =>
      useSlip(
        { db: within, actor, now, auth, headers: new Headers(), address: address() },
        actor.kind === 'visitor' ? paperSecret : 'x',
        useSlipInput.parse({ phone: '0911 222 333', email: '', password: 'ngắn' }),
      ),
  },
  expected: {
    file: { by: everybody },
    'file-for': { by: offices },
    'ask-change': { by: ['owner'] },
    ask: { from: ['received'], to: 'asked', by: offices },
    supplement: { from: ['asked'], to: 'received', by: ['visitor'] },
    confirm: { from: ['received', 'asked'], to: 'confirmed', by: offices },
    refuse: { from: ['received', 'asked'], to: 'refused', by: offices },
    withdraw: { from: ['received', 'asked'], to: 'withdrawn', by: ['visitor'] },
    'take-back': { from: ['confirmed'], to: 'taken-back', by: offices },
    'print-slip': { from: ['confirmed'], by: offices },
    'use-slip': { from: ['confirmed'], by: ['visitor'] },
  },
})

const { transferId } = await aTransfer({ ...base, actor: owner }, { productId: owned.product.id, toId: taken.id })
// To a producer without an account.
const onPaper = await aTransfer({ ...base, actor: owner }, { productId: more.id, toId: claimed.id })
const toOwn = { ...people, other }
const seen = { transferId, version: 1 }
const said = { ...seen, words: 'Cần giấy của bên kia.' }

// The two sides ask and answer, each for itself; the commune checks, the office of the province confirms.
tryActs(joiningActTables[1], {
  base,
  people: toOwn,
  put: (tx, status) => tx.updateTable('product_transfer').set({ status }).execute(),
  // That which the act was tried on.
  state: async (tx) =>
    (await tx.selectFrom('product_transfer').select('status').orderBy('version', 'desc').orderBy('id').executeTakeFirstOrThrow()).status,
  attempts: {
    file: (ctx: Ctx) => fileTransfer(ctx, transferForm({ productId: taken.product.id, toId: claimed.id }), aPaper()),
    agree: (ctx: Ctx) => agreeToTransfer(ctx, seen),
    'agree-on-paper': (ctx: Ctx) => agreeOnPaper(ctx, { ...said, transferId: onPaper.transferId }),
    decline: (ctx: Ctx) => declineTransfer(ctx, said),
    check: (ctx: Ctx) => checkTransfer(ctx, seen),
    ask: (ctx: Ctx) => askMoreOfTransfer(ctx, said),
    supplement: (ctx: Ctx) => supplementTransfer(ctx, { transferId, note: 'Đã chụp lại.' }, null),
    confirm: (ctx: Ctx) => confirmTransfer(ctx, seen),
    refuse: (ctx: Ctx) => refuseProductTransfer(ctx, said),
    withdraw: (ctx: Ctx) => withdrawTransfer(ctx, { transferId }),
  },
  expected: {
    file: { by: ['owner', 'other'] },
    agree: { from: ['filed'], to: 'agreed', by: ['other'] },
    'agree-on-paper': { from: ['filed'], to: 'agreed', by: offices },
    decline: { from: ['filed'], to: 'declined', by: ['other'] },
    check: { from: ['agreed'], to: 'checked', by: offices },
    ask: { from: ['agreed', 'checked'], to: 'asked', by: offices },
    supplement: { from: ['asked'], to: 'agreed', by: ['owner'] },
    confirm: { from: ['checked'], to: 'confirmed', by: ['provincial-officer'] },
    refuse: { from: ['filed', 'agreed', 'checked', 'asked'], to: 'refused', by: offices },
    withdraw: { from: ['filed', 'agreed', 'checked', 'asked'], to: 'withdrawn', by: ['owner'] },
  },
})

const change = {
  name: 'Công ty Có người',
  kind: 'company' as const,
  taxCode: null,
  registrationNo: null,
  communeCode: '29431',
  note: null,
}

/** Somebody that a confirmation may have let in. */
function inhabitants(tx: Parameters<typeof aPerson>[0]) {
  return tx
    .selectFrom('membership')
    .select(['organisation_id as organisationId', 'user_id as userId'])
    .where('user_id', '=', owner.userId)
    .executeTakeFirstOrThrow()
}
