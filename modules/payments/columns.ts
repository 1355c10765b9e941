import type { LockedText } from '@dacsan/platform/locked-text'
import type { ProducerId } from '../catalogue/rules.ts'
import type { UserId } from '../identity/rules.ts'
import type { BillId, OrderId } from '../shop/rules.ts'
import type { BankStatementStatus } from './acts.ts'
import type { Answer, CameBy, EventState, Provider } from './rules/kinds.ts'
import type { BankLineId, BankRefundId, BankStatementId, ReceivingAccountId, WebhookEventId, WebhookSourceId } from './rules/ids.ts'
import type { NewLine } from './rules/new-line.ts'
import type { LineState } from '@dacsan/bank-statements'

/** What the columns hold that PostgreSQL knows only as text or JSON (see tools/database-types.ts). */
export type Columns = {
  'receiving_account.id': ReceivingAccountId
  'receiving_account.producer_id': ProducerId
  'receiving_account.number': LockedText
  'bank_statement.id': BankStatementId
  'bank_statement.producer_id': ProducerId
  'bank_statement.account_id': ReceivingAccountId
  'bank_statement.status': BankStatementStatus
  'bank_statement.draft': readonly NewLine[]
  'bank_statement.read_by_id': UserId
  'bank_statement.taken_by_id': UserId
  'bank_line.id': BankLineId
  'bank_line.producer_id': ProducerId
  'bank_line.account_id': ReceivingAccountId
  'bank_line.direction': 'in' | 'out'
  'bank_line.state': LineState
  'bank_line.order_id': OrderId
  'bank_line.came_by': CameBy
  'bank_line.bill_id': BillId
  'bank_line_answer.bill_id': BillId
  'bank_line_part.line_id': BankLineId
  'bank_line_part.order_id': OrderId
  'bank_line_key.line_id': BankLineId
  'bank_line_answer.line_id': BankLineId
  'bank_line_answer.answer': Answer
  'bank_line_answer.order_id': OrderId
  'bank_line_answer.refund_id': BankRefundId
  'bank_line_answer.by_id': UserId
  'bank_refund.id': BankRefundId
  'bank_refund.order_id': OrderId
  'bank_refund.producer_id': ProducerId
  'bank_refund.by_id': UserId
  'webhook_source.id': WebhookSourceId
  'webhook_source.producer_id': ProducerId
  'webhook_source.provider': Provider
  'webhook_source.secret': LockedText
  'webhook_source.secret_before': LockedText
  'webhook_source.by_id': UserId
  'webhook_event.id': WebhookEventId
  'webhook_event.source_id': WebhookSourceId
  'webhook_event.body': LockedText
  'webhook_event.state': EventState
}
