import { createECDH, randomBytes } from 'node:crypto'
import { inTransaction } from '@dacsan/platform/context'
import { testDatabase } from '@dacsan/platform/testing'
import type { DB as Tables } from '../database.tables.ts'
import { aPerson } from '../identity/fixtures.ts'
import { roles, system } from '../identity/index.ts'
import type { Person, Role } from '../identity/index.ts'
import { loadLaw } from '../law/index.ts'
import { tryActs } from '../test-acts.ts'
import { deliveryStatuses, messageTextActs, notificationsActTables, reachActs } from './acts.ts'
import type { DeliveryStatus } from './acts.ts'
import { aRule } from './fixtures.ts'
import { addBrowser, chooseReach, removeBrowser, restoreText, reword, sendAgain, tellFacts, testReach } from './index.ts'
import { everyChannel } from './tell.ts'

const { db, as } = await testDatabase<Tables>()
const base = as(system('trial'), '2026-12-01T09:00:00+07:00')
await inTransaction(base, loadLaw)
const owner = await inTransaction(base, (tx) => aPerson(tx, { role: 'leader', name: 'Chủ tài khoản', now: base.now }))
const told = {
  fact: 'evt_1',
  to: [owner.userId],
  path: '/van-phong',
  object: ['dossier', 'dos_1'],
  values: { product: 'Mật hoa dừa' },
} as const
await tellFacts({ db, now: base.now, on: everyChannel }, aRule({ kind: 'law' }), [told])
const { id } = await db.selectFrom('delivery').select('id').executeTakeFirstOrThrow()

const ofRole = (role: Role): Person => ({ ...owner, userId: `usr_${role}`, memberships: [{ ...owner.memberships[0]!, role }] })
const people = { owner, ...(Object.fromEntries(roles.map((role) => [role, ofRole(role)])) as Record<Role, Person>) }

// What goes out is looked after by the office and the administrator; a delivery that is under way is not doubled.
tryActs(notificationsActTables[0], {
  base,
  people,
  put: (tx, status) => tx.updateTable('delivery').set({ state: status }).where('id', '=', id).execute(),
  state: async (tx): Promise<DeliveryStatus> =>
    (await tx.selectFrom('delivery').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state,
  attempts: { 'send-again': (ctx) => sendAgain(ctx, id, everyChannel) },
  expected: {
    'send-again': {
      from: deliveryStatuses.filter((status) => status !== 'waiting' && status !== 'sending'),
      by: ['administrator', 'provincial-officer'],
    },
  },
})

const rules = [aRule()]
const words = { subject: 'Tin về {product}', text: 'Có việc mới về {product}.', short: 'Co viec moi ve {product}.', znsTemplate: '' }

// The words of the province are the administrator's.
tryActs(
  { acts: messageTextActs, statuses: [] },
  {
    base,
    people,
    attempts: {
      reword: (ctx) => reword(ctx, rules, 'test.told', { language: 'vi', version: 0, ...words }),
      restore: (ctx) => restoreText(ctx, rules, 'test.told', { language: 'vi', version: 0 }),
    },
    expected: { reword: { by: ['administrator'] }, restore: { by: ['administrator'] } },
  },
)

const browser = createECDH('prime256v1')
const address = {
  endpoint: 'https://push.example.vn/1',
  p256dh: browser.generateKeys().toString('base64url'),
  auth: randomBytes(16).toString('base64url'),
  device: 'Máy thử',
}
const nothing = { language: 'vi', phone: '', quietFrom: null, quietTo: null, wanted: [] } as const

// The channels of an account are its owner's, whoever the owner is, and nobody else's.
tryActs(
  { acts: reachActs, statuses: [] },
  {
    base,
    people,
    attempts: {
      choose: (ctx) => chooseReach(ctx, owner.userId, { ...nothing, wanted: [] }),
      'add-browser': (ctx) => addBrowser(ctx, owner.userId, address),
      'remove-browser': (ctx) => removeBrowser(ctx, owner.userId, 'psh_1'),
      test: (ctx) => testReach(ctx, owner.userId, new Set()),
    },
    expected: {
      choose: { by: ['owner'] },
      'add-browser': { by: ['owner'] },
      'remove-browser': { by: ['owner'] },
      test: { by: ['owner'] },
    },
  },
)
