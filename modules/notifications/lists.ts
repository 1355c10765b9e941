import type { Ctx } from '../context.ts'
import { requirePerson, requireRole } from '../identity/index.ts'
import type { List } from '../list.ts'
import { deliveriesListed } from './delivery.store.ts'
import type { ListedDelivery } from './delivery.store.ts'
import { inboxListed } from './message.store.ts'
import type { ListedMessage } from './message.store.ts'
import { channelNames, inboxPage, kindNames, outgoingPage as words, stateNames } from './words.ts'

export const inboxList: List<ListedMessage> = {
  name: 'hop-tin',
  path: '/van-phong/tin',
  title: inboxPage.title,
  searchLabel: inboxPage.search,
  columns: [
    { key: 'at', label: inboxPage.at, kind: 'moment', always: true },
    { key: 'subject', label: inboxPage.subject, kind: 'text' },
    { key: 'text', label: inboxPage.text, kind: 'text', onlyInFile: true },
    { key: 'kind', label: inboxPage.kind, kind: 'choice', choices: kindNames },
    { key: 'read', label: inboxPage.read, kind: 'choice', choices: inboxPage.reads },
  ],
  searched: ['subject', 'text'],
  filters: [
    { name: 'xem', label: inboxPage.read, column: 'read', kind: 'choice', choices: inboxPage.reads, any: inboxPage.all },
    { name: 'kind', label: inboxPage.kind, column: 'kind', kind: 'choice', choices: kindNames, any: inboxPage.anyKind },
  ],
  first: ['-at', '-id'],
  source: async (ctx: Ctx) => ({ statement: inboxListed(ctx.db, requirePerson(ctx.actor).userId) }),
}

export const deliveryList: List<ListedDelivery> = {
  name: 'tin-da-gui',
  path: '/van-phong/tin-da-gui',
  title: words.title,
  searchLabel: words.search,
  columns: [
    { key: 'at', label: words.columns.at, kind: 'moment', always: true },
    { key: 'personName', label: words.columns.to, kind: 'text' },
    { key: 'recipient', label: words.recipient, kind: 'text', onlyInFile: true },
    { key: 'subject', label: words.columns.what, kind: 'text' },
    { key: 'kind', label: words.kind, kind: 'choice', choices: kindNames, onlyInFile: true },
    { key: 'channel', label: words.columns.channel, kind: 'choice', choices: channelNames },
    { key: 'state', label: words.columns.state, kind: 'choice', choices: stateNames },
    { key: 'why', label: words.why, kind: 'text', onlyInFile: true },
    { key: 'tries', label: words.triesHead, kind: 'number', onlyInFile: true },
    { key: 'objectId', label: words.object, kind: 'text', onlyInFile: true },
  ],
  searched: ['personName', 'subject'],
  codes: ['objectId', 'recipient'],
  filters: [
    {
      name: 'state',
      label: words.state,
      column: 'states',
      kind: 'choice',
      choices: { faults: words.faults, ...stateNames },
      any: words.every,
      holds: true,
    },
    { name: 'channel', label: words.channel, column: 'channel', kind: 'choice', choices: channelNames, any: words.every },
    { name: 'to', label: words.recipient, column: 'recipient', kind: 'exact' },
    { name: 'object', label: words.object, column: 'objectId', kind: 'exact' },
  ],
  first: ['rank', '-at', '-id'],
  perPage: 12,
  source: async (ctx: Ctx) => {
    requireRole(ctx.actor, 'administrator', 'provincial-officer')
    return { statement: deliveriesListed(ctx.db) }
  },
}
