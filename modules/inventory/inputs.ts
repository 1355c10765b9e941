import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import { inputWords as words } from './words/pages.ts'

/** A number as people write it: `1.200`, `1 200`. */
const whole = (says: string) =>
  z
    .union([z.string(), z.number()])
    .transform((typed) => (typeof typed === 'number' ? typed : /^\d[\d. ]*$/.test(typed.trim()) ? Number(typed.replaceAll(/[. ]/g, '')) : NaN))
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
  /** Left out with one quantity: the default pack. */
  packs: z
    .array(z.object({ packId: packId.optional(), quantity: whole(words.quantity).pipe(z.number().min(0)), perPack: z.number().positive().nullable().default(null) }))
    .min(1)
    .max(50),
  requestKey,
})
export type PackGoodsInput = z.input<typeof packGoodsInput>

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
