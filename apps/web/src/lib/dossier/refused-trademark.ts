import type { TrademarkRefusal } from '@dacsan/modules/dossiers/rules'
import { sayTrademarkRefusal } from '@dacsan/modules/dossiers/words'
import { correct } from '#lib/forms.ts'
import { uploadFields } from './refused.ts'

/** The fields that refusals are about, by the form: a day or a number; a file that is not taken; the others are about the whole. */
const fields: Partial<Record<TrademarkRefusal['code'], string>> = {
  'number-known': 'number',
  'filed-after-step': 'filedOn',
  'happened-before': 'happenedOn',
  ...uploadFields,
}

/** The form again with why not; `day` is the name of its field for a day. */
export const refusedTrademark = (refusal: TrademarkRefusal, values: Record<string, string>, day: 'filedOn' | 'happenedOn' = 'filedOn') =>
  correct(
    values,
    { [refusal.code === 'happened-in-future' ? day : (fields[refusal.code] ?? 'form')]: sayTrademarkRefusal(refusal) },
    refusal.code,
  )
