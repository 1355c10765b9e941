import type { returnsOfOrder } from '@dacsan/modules/returns'
import { sayReason, spokenReturns } from '@dacsan/modules/returns/words'
import { spokenIn } from '@dacsan/modules/shop/words'
import type { Language } from '#lib/languages.ts'
import { say } from '#lib/say.ts'
import { whenWords } from '#lib/shop/when.ts'
import { returnTones } from './tones.ts'

/** The returns of an order, for its page. */
export const shownReturns = ({ mayAsk, cases }: Awaited<ReturnType<typeof returnsOfOrder>>, lang: Language) => ({
  mayAsk,
  cases: cases.map(({ id, code, status, reason, reasonSays, due }) => ({
    id,
    code,
    reason: sayReason(lang, { key: reason, says: reasonSays }),
    tag: { tone: returnTones[status], words: spokenReturns[lang].statuses[status] },
    due: due && say(spokenReturns[lang].dues[due.of], { by: whenWords(due.by, spokenIn(lang)) }),
  })),
})
