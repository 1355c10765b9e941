import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import type { PackId } from '../catalogue/rules.ts'
import type { PlaceId } from '../traceability/rules.ts'
import { inputWords as words } from './words/pages.ts'

/** A number as people write it: `1.200`, `1 200`. */
const whole = (says: string) =>
  z
    .union([z.string(), z.number()])
    .transform((typed) =>
      typeof typed === 'number' ? typed : /^\d[\d. ]*$/.test(typed.trim()) ? Number(typed.replaceAll(/[. ]/g, '')) : NaN,
    )
    .pipe(z.number(says).int(says).max(1_000_000_000, says))
const quantity = whole(words.quantity).pipe(z.number().min(1, words.quantity))
const note = z.string().trim().max(300, words.noteTooLong).default('')

const lotId = idInput('lot', words.lot)
const packId = idInput('pck', words.pack)
const placeId = idInput('plc', words.place)

export const packGoodsInput = z.object({
  lotId,
  /** Left out: where its maker's goods come to be. */
  placeId: placeId.optional(),
  /** Left out: all that was not packed yet, in the default pack. */
  packs: z
    .array(
      z.object({
        packId: packId.optional(),
        quantity: whole(words.quantity).pipe(z.number().min(0)),
        perPack: z.number().positive().nullable().default(null),
      }),
    )
    .min(1)
    .max(50)
    .optional(),
  requestKey,
})
export type PackGoodsInput = z.input<typeof packGoodsInput>

const blank = (typed: unknown) => typeof typed === 'string' && typed.trim() === ''

/** The same as a form sends it: a quantity, and where it is asked for how much one takes, beside the id of each pack. */
export const packFormInput = z.preprocess((typed) => {
  const form = typed as Record<string, unknown>
  const packIds = Object.keys(form).flatMap((name) => /^quantity-(pck_\w+)$/.exec(name)?.[1] ?? [])
  const packs = packIds.map((packId) => {
    const [quantity, perPack] = [form[`quantity-${packId}`], form[`perPack-${packId}`]]
    return {
      packId,
      quantity: blank(quantity) ? 0 : quantity,
      perPack: perPack === undefined || blank(perPack) ? null : Number(String(perPack).replace(',', '.')),
    }
  })
  return { ...form, packs }
}, packGoodsInput)

/** What is counted as a form sends it: a number and a reason beside the place of each row. */
export const countFormInput = z.preprocess(
  (typed) => {
    const form = typed as Record<string, unknown>
    const counts = Object.keys(form).flatMap((name) => {
      const [, row, lotId, packId] = /^counted-((lot_\w+)-(pck_\w+))$/.exec(name) ?? []
      return row === undefined ? [] : [{ lotId, packId, counted: form[name], note: form[`note-${row}`] ?? '' }]
    })
    return { ...form, counts }
  },
  z.lazy(() => countPlaceInput),
)

/** One act on goods that lie somewhere: which act, and which goods of the lot (its pack and its place). */
export const changeGoodsInput = z.object({
  act: z.enum(['move', 'sampled', 'damaged', 'destroyed', 'back'], words.act),
  goods: z.string().transform((typed, check) => {
    const [, pack, place] = /^(pck_\w+) (plc_\w+)$/.exec(typed) ?? []
    if (pack !== undefined && place !== undefined) return { packId: pack as PackId, placeId: place as PlaceId }
    check.addIssue({ code: 'custom', message: words.goods })
    return z.NEVER
  }),
  toId: idInput('plc').or(z.literal('')).default(''),
  quantity,
  note,
  requestKey,
})

/** The three taps: so many of one lot, in the pack that is meant. */
export const packOneInput = z.object({ lotId, quantity, requestKey })

export const moveGoodsInput = z.object({ lotId, packId, fromId: placeId, toId: placeId, quantity, requestKey })
export type MoveGoodsInput = z.infer<typeof moveGoodsInput>

export const takeOutInput = z.object({ lotId, packId, placeId, quantity, note, requestKey })
export type TakeOutInput = z.infer<typeof takeOutInput>

export const countPlaceInput = z.object({
  placeId,
  counts: z
    .array(z.object({ lotId, packId, counted: whole(words.counted).pipe(z.number().min(0, words.counted)), note }))
    .min(1)
    .max(500),
  requestKey,
})
export type CountPlaceInput = z.infer<typeof countPlaceInput>
