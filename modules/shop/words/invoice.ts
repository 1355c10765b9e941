import { say } from '../../say.ts'
import { vi } from './buyer/vi.ts'
import type { BuyerWords } from './buyer/vi.ts'

type InvoiceTo = { name: string; taxCode: string | null; address: string; email: string }

/** To whom an invoice is to be written, in one line. */
export const sayInvoice = ({ name, taxCode, address, email }: InvoiceTo, words: BuyerWords = vi): string =>
  [name, ...(taxCode ? [say(words.order.taxCode, { code: taxCode })] : []), address, ...(email ? [email] : [])].join(', ')
