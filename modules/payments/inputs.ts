import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { moneyInput } from '../shop/index.ts'
import { z } from 'zod'
import { providers } from './rules/kinds.ts'
import { inputWords } from './words/inputs.ts'

const lineId = idInput('bln', inputWords.pageTooOld)
const note = z.string().trim().normalize('NFC').max(300, inputWords.tooLong).default('')

export const bookLineInput = z.object({
  lineId,
  /** Absent: the order that the content names. */
  orderId: z.preprocess((typed) => (typed === '' ? undefined : typed), idInput('ord', inputWords.order).optional()),
  note,
})
export type BookLineInput = z.infer<typeof bookLineInput>

export const setAsideInput = z.object({ lineId, note })
export type SetAsideInput = z.infer<typeof setAsideInput>

export const tieRefundInput = z.object({ lineId, refundId: idInput('brf', inputWords.refund) })
export type TieRefundInput = z.infer<typeof tieRefundInput>

export const takeStatementInput = z.object({ statementId: idInput('bst', inputWords.pageTooOld) })
export type TakeStatementInput = z.infer<typeof takeStatementInput>

export const proveRefundInput = moneyInput
  .pick({ orderId: true, amountVnd: true, reference: true })
  .extend({ sentOn: z.iso.date(inputWords.day), requestKey })
export type ProveRefundInput = z.infer<typeof proveRefundInput>

/** As the provider shows it; blanks around it come from copying. */
const secret = z.string().trim().min(8, inputWords.secret).max(400, inputWords.secret)
export const connectInput = z.object({ provider: z.enum(providers, inputWords.provider), secret })
export type ConnectInput = z.infer<typeof connectInput>

const sourceId = idInput('whs', inputWords.pageTooOld)
export const rotateInput = z.object({ sourceId, secret })
export type RotateInput = z.infer<typeof rotateInput>
export const endSourceInput = z.object({ sourceId })
export type EndSourceInput = z.infer<typeof endSourceInput>
