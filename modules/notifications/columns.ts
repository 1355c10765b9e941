import type { LockedText } from '@dacsan/platform/locked-text'
import type { MessageKind, MessageLanguage, Recipient } from '../message-kinds.ts'
import type { UserId } from '../identity/rules.ts'
import type { DeliveryStatus } from './acts.ts'
import type { Channel } from './rules/channels.ts'
import type { DeliveryId, MessageId, PushSubscriptionId } from './rules/ids.ts'

/** What the columns hold that PostgreSQL knows only as text (see tools/database-types.ts). */
export type Columns = {
  'message.id': MessageId
  'message.kind': MessageKind
  'message.pace': 'at-once' | 'digest'
  'message.recipient': Recipient
  'message.user_id': UserId
  'message.language': MessageLanguage
  'message.filled': Readonly<Record<string, string>>
  'delivery.id': DeliveryId
  'delivery.message_id': MessageId
  'delivery.recipient': Recipient
  'delivery.channel': Channel
  'delivery.state': DeliveryStatus
  'reach.user_id': UserId
  'reach.language': MessageLanguage
  'message_preference.user_id': UserId
  'message_preference.kind': MessageKind
  'message_preference.channel': Channel
  'push_subscription.id': PushSubscriptionId
  'push_subscription.user_id': UserId
  'refused_address.recipient': Recipient
  'refused_address.channel': Channel
  'message_text.language': MessageLanguage
  'message_text.by_id': UserId
  'zns_token.access_token': LockedText
  'zns_token.refresh_token': LockedText
}
