import type { returnsOfOrder } from '@dacsan/modules/returns'
import { dueWords, returnStatusWords } from '@dacsan/modules/returns/words'
import { whenWords } from '#lib/shop/when.ts'
import { returnTones } from './tones.ts'

/** The returns of an order, for its page. */
export const shownReturns = ({ mayAsk, cases }: Awaited<ReturnType<typeof returnsOfOrder>>) => ({
  mayAsk,
  cases: cases.map(({ id, code, status, reasonSays, due }) => ({
    id,
    code,
    reason: reasonSays,
    tag: { tone: returnTones[status], words: returnStatusWords[status] },
    due: due && `${dueWords[due.of]} ${whenWords(due.by)}`,
  })),
})
