import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { mobileNumber } from '@dacsan/platform/mobile-number'
import { isPlainDate, readLine } from '@dacsan/vietnam'
import { z } from 'zod'
import { nameText, optionalLine } from '../../optional-fields.ts'
import { readAmount, supplierKinds } from '../rules.ts'
import { formWords, materialFormWords as words } from '../words.ts'

/** A quantity above nothing, in thousandths. */
export const amountField = (says: string = words.amount) =>
  z.string(says).transform((typed, check) => {
    const amount = readAmount(typed)
    if (amount !== null && amount > 0) return amount
    check.addIssue({ code: 'custom', message: says })
    return z.NEVER
  })

/** The same field of several rows of one form: once it comes alone, and never where no row is drawn. */
export const rows = <Row extends z.ZodType>(row: Row) =>
  z.preprocess((given) => (given === undefined ? [] : Array.isArray(given) ? given : [given]), z.array(row).max(60))

const price = z
  .string()
  .transform((typed, check) => {
    const digits = typed.replaceAll(/[\s.,]/gu, '')
    if (digits === '') return null
    if (/^\d{1,12}$/u.test(digits)) return Number(digits)
    check.addIssue({ code: 'custom', message: words.price })
    return z.NEVER
  })
  .nullish()
  .transform((value) => value ?? null)

const phone = z
  .string()
  .trim()
  .transform((typed, check) => {
    if (typed === '') return null
    const number = mobileNumber(typed)
    if (number !== null) return number
    check.addIssue({ code: 'custom', message: words.phone })
    return z.NEVER
  })
  .nullish()
  .transform((value) => value ?? null)

/** A code as authorities write it: capitals, digits, dots, dashes, strokes. */
const growingArea = optionalLine(40)
  .transform((code) => code && code.toUpperCase())
  .refine((code) => code === null || /^[A-Z0-9][A-Z0-9./ -]*$/u.test(code), words.growingArea)

const noId = z.literal('').transform(() => undefined)

export const buyMaterialInput = z.object({
  producerId: idInput('pro'),
  material: nameText(80),
  unit: z
    .string(formWords.unit)
    .transform(readLine)
    .pipe(z.string().min(1, formWords.unit).max(20, formWords.longest(20))),
  quantity: amountField(),
  boughtOn: z.string(formWords.day).refine(isPlainDate, formWords.day),
  /** Out of the book, or a new one by name. */
  supplierId: idInput('sup').or(noId).optional(),
  supplierName: optionalLine(120),
  supplierKind: z.enum(supplierKinds, words.supplierKind).default('farmer'),
  supplierCommune: z
    .string()
    .nullish()
    .transform((code) => code || null),
  supplierPhone: phone,
  growingAreaCode: growingArea,
  priceVnd: price,
  requestKey,
})
export type BuyMaterialInput = z.infer<typeof buyMaterialInput>

export const wasteMaterialInput = z.object({
  materialLotId: idInput('mlt'),
  amount: amountField(),
  note: z.string(words.wasteReason).trim().min(3, words.wasteReason).max(300, formWords.longest(300)),
  requestKey,
})
export type WasteMaterialInput = z.infer<typeof wasteMaterialInput>

export const countMaterialInput = z.object({
  materialLotId: idInput('mlt'),
  counted: z.string(words.counted).transform((typed, check) => {
    const amount = readAmount(typed)
    if (amount !== null) return amount
    check.addIssue({ code: 'custom', message: words.counted })
    return z.NEVER
  }),
  note: z.string(words.countReason).trim().min(3, words.countReason).max(300, formWords.longest(300)),
  requestKey,
})
export type CountMaterialInput = z.infer<typeof countMaterialInput>

/** Each row of the form names a material or is left out. */
export const setRecipeInput = z.object({
  productId: idInput('prd', formWords.product),
  effectiveFrom: z.string(formWords.day).refine(isPlainDate, formWords.day),
  pieces: z.coerce.number(formWords.quantity).int(formWords.whole).min(1, formWords.atLeast(1)).max(1_000_000, formWords.quantityTooLarge),
  materialId: rows(idInput('mat').or(noId)),
  amount: rows(z.string()),
  tolerance: rows(z.string()),
  requestKey,
})
export type SetRecipeInput = z.infer<typeof setRecipeInput>

/** What was used of each material: nothing typed is what the recipe says. */
export const usedFields = {
  materialId: rows(idInput('mat')).optional(),
  used: rows(z.string().trim()).optional(),
  /** It is written down later, or never. */
  withoutMaterials: z.literal('on').optional(),
  reason: z
    .string()
    .trim()
    .max(300, formWords.longest(300))
    .nullish()
    .transform((text) => text || null)
    .optional(),
}

export const useMaterialsInput = z.object({
  lotId: idInput('lot'),
  /** A material, of which the oldest purchase goes first, or one purchase. */
  of: z.union([idInput('mat'), idInput('mlt')], words.material),
  amount: amountField(),
  reason: usedFields.reason,
  requestKey,
})
export type UseMaterialsInput = z.infer<typeof useMaterialsInput>

export const correctSupplierInput = z.object({
  supplierId: idInput('sup'),
  name: nameText(120),
  kind: z.enum(supplierKinds, words.supplierKind),
  communeCode: optionalLine(10),
  growingAreaCode: growingArea,
})
export type CorrectSupplierInput = z.infer<typeof correctSupplierInput>

export const mergeSuppliersInput = z.object({ supplierId: idInput('sup'), intoId: idInput('sup', words.mergeInto) })
export type MergeSuppliersInput = z.infer<typeof mergeSuppliersInput>
