import { nameActs } from '@dacsan/decisions'
import type { ActRows, UserId } from '../identity/rules.ts'

/** How far one message is by one channel. The first two go on; the others are how it ended. */
export const deliveryStatuses = ['waiting', 'sending', 'taken', 'refused', 'unknown', 'given-up', 'off', 'dropped'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

const administrator = { administrator: 'any' } as const
const overseers = { administrator: 'any', 'provincial-officer': 'any' } as const
const self = { anyone: 'self' } as const

export const deliveryActs = nameActs('message', {
  /** Makes another delivery of the same message; the one that ended stays as it is. */
  'send-again': {
    from: ['taken', 'refused', 'unknown', 'given-up', 'off', 'dropped'],
    by: overseers,
    event: 'message.sent-again',
    says: 'Gửi lại tin',
    closed: 'delivery-under-way',
    refusals: ['channel-off', 'address-unknown'],
  },
} as const satisfies ActRows<DeliveryStatus>)

export const messageTextActs = nameActs('message-text', {
  reword: {
    by: administrator,
    event: 'message-text.reworded',
    says: 'Sửa lời của tin',
    refusals: ['placeholder-unknown', 'placeholder-broken', 'changed-elsewhere'],
  },
  restore: { by: administrator, event: 'message-text.restored', says: 'Dùng lại lời có sẵn của tin', refusals: ['changed-elsewhere'] },
} as const satisfies ActRows)

export const reachActs = nameActs('reach', {
  choose: { by: self, event: 'reach.chosen', says: 'Chọn kênh nhận tin', refusals: ['phone-not-mobile', 'quiet-hours-empty'] },
  'add-browser': { by: self, event: 'reach.browser-added', says: 'Nhận tin trên một thiết bị', refusals: ['not-a-push-service'] },
  'remove-browser': { by: self, event: 'reach.browser-removed', says: 'Thôi nhận tin trên một thiết bị' },
  test: { by: self, event: 'reach.tested', says: 'Gửi thử một tin cho mình', refusals: ['too-many-attempts'] },
} as const satisfies ActRows)

export const notificationsActTables = [
  { says: 'Tin gửi đi', statuses: deliveryStatuses, acts: deliveryActs },
  { says: 'Lời của tin', statuses: [], acts: messageTextActs },
  { says: 'Kênh nhận tin', statuses: [], acts: reachActs },
] as const

/** The channels of an account are chosen by its owner alone. */
export const tiesOfReach = (userId: UserId) => ({ self: userId })
