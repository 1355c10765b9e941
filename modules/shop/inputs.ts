import { idInput } from '@dacsan/platform/ids'
import { dong, isGarbled, isPlainDate, readCode, readLine, readPhone, readTaxCode, readWholeNumber } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import { garbledName } from '../field-words.ts'
import { messageLanguages } from '../message-kinds.ts'
import type { MessageLanguage } from '../message-kinds.ts'
import { aheadPeriods, payTimes } from './rules/ahead.ts'
import { agreedBuyerKinds } from './rules/agreement.ts'
import { boxPartNames } from './rules/box.ts'
import type { WantedPart } from './rules/box.ts'
import { priceStepNames } from './rules/price.ts'
import { mostReceivers } from './rules/receivers.ts'
import type { AgreedPrice } from './rules/agreement.ts'
import type { PriceStep } from './rules/price.ts'
import { paymentWays } from './rules/order.ts'
import { deliveryStepNames, deliveryZones } from './rules/delivery.ts'
import { inputWords } from './words/inputs.ts'

/** One line as it is seen: marks of direction would show it in another order than it has. */
const oneLine = (least: number, most: number, message: string) =>
  z
    .string()
    .transform(readLine)
    .pipe(z.string().min(least, message).max(most, inputWords.tooLong(most)))
const text = (most: number) => z.string().trim().normalize('NFC').max(most, inputWords.tooLong(most)).default('')

/** A Vietnamese phone number however it was typed, kept as digits from 0. */
const phone = z
  .string()
  .transform((typed) => readPhone(typed))
  .pipe(z.string(inputWords.phone))

const wholeNumber = (message: string) =>
  z.union([z.number(), z.string().transform((typed) => readWholeNumber(typed))]).pipe(z.number(message).int(message))
const amount = wholeNumber(inputWords.amount).pipe(
  z.number().min(1, inputWords.amountPositive).max(9_999_999_999_999, inputWords.amountTooLarge),
)
const blank = (typed: unknown) => typeof typed === 'string' && typed.trim() === ''
const quantity = wholeNumber(inputWords.quantity).pipe(
  z.number().min(1, inputWords.quantityPositive).max(1_000_000, inputWords.quantityTooLarge),
)

export const saveSellerInput = z.object({
  bankBin: z.string().regex(/^\d{6}$/, inputWords.bank),
  bankAccount: z
    .string()
    .transform((typed) => readCode(typed).replace(/[\s.-]/g, ''))
    .pipe(z.string().regex(/^[A-Za-z0-9]{4,19}$/, inputWords.bankAccount)),
  accountName: oneLine(2, 70, inputWords.accountName).refine((name) => !isGarbled(name), garbledName),
  phone: phone.optional().or(z.literal('').transform(() => undefined)),
  pickupNote: text(300),
  password: z.string().max(200).default(''),
  /** The versions that the page showed, where the box beside them was ticked. */
  agrees: z.string().max(500).optional(),
})
export type SaveSellerInput = z.infer<typeof saveSellerInput>

const grams = wholeNumber(inputWords.grams).pipe(z.number().min(1, inputWords.grams).max(1_000_000, inputWords.grams))
const days = wholeNumber(inputWords.days).pipe(z.number().min(1, inputWords.days).max(3650, inputWords.days))
const ticked = z.union([z.boolean(), z.literal('on').transform(() => true)])

/** A row of the form: both, or neither. */
const priceStep = z
  .object({
    from: z.union([z.literal('').transform(() => null), quantity]),
    priceVnd: z.union([z.literal('').transform(() => null), amount]),
  })
  .transform(({ from, priceVnd }, issues): PriceStep | null => {
    if (from !== null && priceVnd !== null) return { from, priceVnd: dong(priceVnd) }
    if (from !== null) issues.addIssue({ code: 'custom', path: ['priceVnd'], message: inputWords.stepIncomplete })
    if (priceVnd !== null) issues.addIssue({ code: 'custom', path: ['from'], message: inputWords.stepIncomplete })
    return null
  })
const number = quantity.optional().or(z.literal('').transform(() => undefined))

/** A row of the form: both, or neither. */
const boxPart = z
  .object({
    packId: z.union([z.literal('').transform(() => null), idInput('pck', inputWords.pageTooOld)]),
    quantity: z.union([
      z.literal('').transform(() => null),
      wholeNumber(inputWords.quantity).pipe(z.number().min(1, inputWords.quantityPositive).max(50, inputWords.boxPartTooMany)),
    ]),
  })
  .transform(({ packId, quantity: typed }, issues): WantedPart | null => {
    if (packId !== null && typed !== null) return { packId, quantity: typed }
    if (packId !== null) issues.addIssue({ code: 'custom', path: ['quantity'], message: inputWords.boxPartQuantity })
    if (typed !== null) issues.addIssue({ code: 'custom', path: ['packId'], message: inputWords.boxPartPack })
    return null
  })

export const saveListingInput = z.object({
  productId: idInput('prd', inputWords.pageTooOld),
  /** The usual one where none is named. */
  packId: idInput('pck', inputWords.pageTooOld).optional(),
  priceVnd: amount,
  steps: z
    .array(priceStep)
    .max(priceStepNames.length)
    .transform((rows) => rows.filter((row) => row !== null))
    .optional(),
  leastQuantity: number,
  multiple: number,
  unit: oneLine(1, 30, inputWords.unit),
  description: text(1000),
  maxPerOrder: number,
  /** Sold by its real weight: what a kilogram costs, and what one piece weighs. The price of a piece is worked out then. */
  byWeight: z.object({ perKgVnd: amount, leastGrams: grams, mostGrams: grams }).optional(),
  /** What lies in it, where it is a box; none: it is a pack itself. Absent: as it is. */
  parts: z
    .array(boxPart)
    .max(boxPartNames.length)
    .transform((rows) => rows.filter((row) => row !== null))
    .optional(),
  /** Packed. Empty: net content and what packing usually adds. */
  weightGrams: grams.optional().or(z.literal('').transform(() => undefined)),
  needsCold: ticked.optional(),
  /** From so few on a page says that they are few. */
  lowStock: number,
  /** When they are ordered, goods last so many days at least. */
  shelfLifeDays: days.optional().or(z.literal('').transform(() => undefined)),
})
export type SaveListingInput = z.infer<typeof saveListingInput>

/** The same as a form sends it: what its address names is left out, and each row of prices is two fields. */
export const saveListingForm = z.preprocess(
  (typed) => {
    const form = typed as Record<string, unknown>
    const steps = priceStepNames.map((step) => ({ from: form[`steps.${step}.from`] ?? '', priceVnd: form[`steps.${step}.priceVnd`] ?? '' }))
    const by = { perKgVnd: form['byWeight.perKgVnd'], leastGrams: form['byWeight.leastGrams'], mostGrams: form['byWeight.mostGrams'] }
    const isByWeight = Object.values(by).some((value) => typeof value === 'string' && !blank(value))
    // The price of a piece by weight is that of the heaviest: whatever the field says.
    const parts = boxPartNames.map((row) => ({ packId: form[`parts.${row}.packId`] ?? '', quantity: form[`parts.${row}.quantity`] ?? '' }))
    // A page that was opened before knows no rows of a box, and changes nothing of it.
    const knowsParts = boxPartNames.some((row) => form[`parts.${row}.packId`] !== undefined)
    return { ...form, steps, ...(knowsParts && { parts }), ...(isByWeight && { byWeight: by, priceVnd: '1' }) }
  },
  saveListingInput.omit({ productId: true, packId: true }),
)

/** `version` is what stood on the page that was read. */
export const publishListingInput = z.object({
  listingId: idInput('lst', inputWords.pageTooOld),
  version: wholeNumber(inputWords.pageTooOld),
})
export type PublishListingInput = z.infer<typeof publishListingInput>
export const returnListingInput = publishListingInput.extend({ reason: oneLine(3, 300, inputWords.reason) })
export type ReturnListingInput = z.infer<typeof returnListingInput>

export const cartLineInput = z.object({
  listingId: idInput('lst', inputWords.pageTooOld),
  quantity: wholeNumber(inputWords.quantity).pipe(z.number().min(0, inputWords.quantityNegative).max(100_000, inputWords.quantityTooLarge)),
})

const voucherCode = z
  .string()
  .transform((typed) => readCode(typed).replaceAll(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{4,20}$/, inputWords.voucherCode))

const percent = wholeNumber(inputWords.percent).pipe(z.number().min(1, inputWords.percent).max(90, inputWords.percent))
const left = z.literal('').transform(() => null)

export const createVoucherInput = z
  .object({
    code: voucherCode,
    percent: left.or(percent).nullable().default(null),
    amountVnd: left.or(amount).nullable().default(null),
    fromVnd: wholeNumber(inputWords.amount).pipe(z.number().min(0, inputWords.amount).max(1_000_000_000, inputWords.amountTooLarge)),
    untilOn: z.string().refine(isPlainDate, inputWords.day),
    mostUses: quantity,
    packIds: z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(idInput('pck', inputWords.pageTooOld)).max(200)),
  })
  .refine((typed) => (typed.percent === null) !== (typed.amountVnd === null), { path: ['percent'], error: inputWords.percentOrAmount })
export type CreateVoucherInput = z.infer<typeof createVoucherInput>

const aheadDays = wholeNumber(inputWords.days).pipe(z.number().min(1, inputWords.days).max(120, inputWords.days))
const plainDay = z
  .string(inputWords.day)
  .refine(isPlainDate, inputWords.day)
  .transform((text) => text as PlainDate)
const aheadOf = { listingId: idInput('lst', inputWords.pageTooOld), offered: quantity, pays: z.enum(payTimes, inputWords.choosePayTime) }

/** What is offered before it exists, by one of two forms. */
export const openAheadInput = z.discriminatedUnion('kind', [
  z.object({
    ...aheadOf,
    kind: z.literal('pre-order'),
    season: oneLine(2, 80, inputWords.season),
    firstDeliveryOn: plainDay,
    lastOrderOn: plainDay,
  }),
  z.object({
    ...aheadOf,
    kind: z.literal('made-to-order'),
    leadLeast: aheadDays,
    leadMost: aheadDays,
    period: z.enum(aheadPeriods, inputWords.choosePeriod),
  }),
])
export type OpenAheadInput = z.infer<typeof openAheadInput>

export const runShortInput = z.object({ orderId: idInput('ord'), note: text(300) })

const taxCode = z.string().transform((typed, context) => {
  if (typed.trim() === '') return null
  const read = readTaxCode(typed)
  if (read.ok) return read.value.code
  context.addIssue({ code: 'custom', message: inputWords.taxCode })
  return z.NEVER
})

export const addAgreedBuyerInput = z.object({
  kind: z.enum(agreedBuyerKinds, inputWords.buyerKind),
  name: oneLine(2, 120, inputWords.agreedName).refine((name) => !isGarbled(name), garbledName),
  phone,
  taxCode: taxCode.nullable().default(null),
  language: z.enum(messageLanguages, inputWords.pageTooOld).default('vi'),
})
export type AddAgreedBuyerInput = Omit<z.infer<typeof addAgreedBuyerInput>, 'language'> & { language?: MessageLanguage }

/** A row of the form for each pack: no price, no row. */
const agreedPrice = z
  .object({
    packId: idInput('pck', inputWords.pageTooOld),
    priceVnd: left.or(amount.transform(dong)),
    leastQuantity: left.or(quantity).nullable().default(null),
    multiple: left.or(quantity).nullable().default(null),
  })
  .transform(({ packId, priceVnd, leastQuantity, multiple }, issues): AgreedPrice | null => {
    if (priceVnd !== null) return { packId, priceVnd, leastQuantity: leastQuantity ?? multiple ?? 1, multiple: multiple ?? 1 }
    if (leastQuantity !== null || multiple !== null) issues.addIssue({ code: 'custom', path: ['priceVnd'], message: inputWords.amount })
    return null
  })

/** A price list as it is sent: or by a form, three fields for each pack, which begin with `pack-`. */
export const agreeTermsInput = z.preprocess(
  (typed) => {
    const form = typed as Record<string, unknown>
    if (form['prices'] !== undefined) return form
    const packIds = Object.keys(form).flatMap((name) => /^price-(pck_\w+)$/.exec(name)?.[1] ?? [])
    const prices = packIds.map((packId) => ({
      packId,
      priceVnd: form[`price-${packId}`] ?? '',
      leastQuantity: form[`least-${packId}`] ?? '',
      multiple: form[`multiple-${packId}`] ?? '',
    }))
    return { ...form, prices }
  },
  z
    .object({
      buyerId: idInput('agb', inputWords.pageTooOld),
      percent: left.or(percent).nullable().default(null),
      fromOn: plainDay,
      untilOn: plainDay,
      creditLimitVnd: left.or(amount.transform(dong)).nullable().default(null),
      dueDays: left
        .or(wholeNumber(inputWords.dueDays).pipe(z.number().min(1, inputWords.dueDays).max(180, inputWords.dueDays)))
        .nullable()
        .default(null),
      stopsWhenOverdue: ticked.default(false),
      prices: z
        .array(agreedPrice)
        .max(200)
        .transform((rows) => rows.filter((row) => row !== null)),
    })
    .refine((typed) => typed.creditLimitVnd === null || typed.dueDays !== null, { path: ['dueDays'], error: inputWords.dueDays })
    .refine((typed) => typed.dueDays === null || typed.creditLimitVnd !== null, { path: ['creditLimitVnd'], error: inputWords.amount })
    .transform(({ creditLimitVnd, dueDays, stopsWhenOverdue, ...terms }) => ({
      ...terms,
      credit:
        creditLimitVnd === null || dueDays === null
          ? null
          : { limitVnd: creditLimitVnd, dueDays, ...(stopsWhenOverdue && { stopsWhenOverdue }) },
    })),
)
export type AgreeTermsInput = z.infer<typeof agreeTermsInput>

/** Whoever has the link that was sent with a bill. */
export const billLinkInput = z.object({ code: z.string().max(20), secret: z.string().max(64) })
export type BillLinkInput = z.infer<typeof billLinkInput>
export const disputeBillInput = billLinkInput.extend({ note: text(500) })
export type DisputeBillInput = z.infer<typeof disputeBillInput>

/** The bill of what was ordered up to a day. */
export const makeBillInput = z.object({ buyerId: idInput('agb', inputWords.pageTooOld), upTo: plainDay, requestKey })
export type MakeBillInput = z.infer<typeof makeBillInput>

export const answerBillInput = z.object({ billId: idInput('bil', inputWords.pageTooOld), note: text(500) })
export type AnswerBillInput = z.infer<typeof answerBillInput>

export const openShelfInput = z.object({
  phone,
  code: z
    .string()
    .transform((typed) => readCode(typed).replaceAll(/[\s-]/g, '').toUpperCase())
    .pipe(z.string().regex(/^[A-Z2-9]{10}$/, inputWords.agreedCode)),
})
export type OpenShelfInput = z.infer<typeof openShelfInput>

/** To whom an invoice is to be written: a unit by its tax code, or a person with or without one. */
export const invoiceInput = z.object({
  name: oneLine(2, 200, inputWords.invoiceName),
  taxCode: taxCode.nullable().default(null),
  address: oneLine(5, 300, inputWords.invoiceAddress),
  email: z
    .union([
      z.literal(''),
      z
        .string()
        .trim()
        .pipe(z.email(inputWords.email).max(200, inputWords.tooLong(200))),
    ])
    .default(''),
})
export type InvoiceInput = z.infer<typeof invoiceInput>

export const placeOrderInput = z.object({
  requestKey,
  lines: z.array(z.object({ listingId: idInput('lst', inputWords.pageTooOld), quantity: z.number().int().min(1).max(100_000) })).max(100),
  buyerName: oneLine(2, 80, inputWords.buyerName),
  buyerPhone: phone,
  buyerAddress: oneLine(5, 300, inputWords.buyerAddress),
  note: text(500),
  /** The version of what was asked beside the box that was ticked: to be told of new goods. Absent: it was left as it was, unticked. */
  newsVersion: z.coerce.number().int().min(1).optional(),
  /** A commune of the province, or out of it, where the address does not tell. */
  deliverTo: z
    .string()
    .regex(/^(|elsewhere|\d{5})$/, inputWords.pageTooOld)
    .optional(),
  /** By seller: brought, or taken at a place. */
  wishes: z
    .record(idInput('pro', inputWords.pageTooOld), z.union([z.literal('delivered'), idInput('plc', inputWords.pageTooOld)]))
    .optional(),
  /** By seller: by transfer, or in cash when the goods arrive. */
  ways: z.record(idInput('pro', inputWords.pageTooOld), z.enum(paymentWays)).optional(),
  /** By seller, the code of a voucher as it was typed; at most one of each. */
  vouchers: z.record(idInput('pro', inputWords.pageTooOld), voucherCode).optional(),
  /** Absent: nobody asked for an invoice. */
  invoice: invoiceInput.optional(),
  /** The age beside the box that was ticked; absent: nobody said. */
  confirmedAge: z.coerce.number().int().min(1).max(99).optional(),
  /** The sum that stood above the button. */
  seenVnd: z.number().int().nullable().default(null),
})
type PlaceOwnInput = z.infer<typeof placeOrderInput>

/** So many of a thing for one receiver; an empty field is none. */
const share = z
  .union([z.literal('').transform(() => 0), wholeNumber(inputWords.quantity)])
  .pipe(z.number().min(0, inputWords.quantityNegative).max(100_000, inputWords.quantityTooLarge))

/** Somebody to whom a part of the goods goes. Who writes a card gives. */
const receiver = placeOrderInput.pick({ deliverTo: true, wishes: true, ways: true }).extend({
  name: oneLine(2, 80, inputWords.receiverName).refine((name) => !isGarbled(name), garbledName),
  phone,
  address: oneLine(5, 300, inputWords.buyerAddress),
  gift: ticked.default(false),
  card: z
    .string()
    .trim()
    .normalize('NFC')
    .transform((typed) => typed.replaceAll('\r\n', '\n'))
    .pipe(z.string().max(300, inputWords.card))
    .default(''),
  /** By listing; left out where one receiver gets everything. */
  counts: z.record(idInput('lst', inputWords.pageTooOld), share).default({}),
})
export type ReceiverInput = z.infer<typeof receiver>

/** Goods that go to others than their buyer, whose own address nobody needs then. */
export const sendOrderInput = placeOrderInput.extend({
  buyerName: oneLine(2, 80, inputWords.giverName),
  buyerAddress: z.union([z.literal(''), placeOrderInput.shape.buyerAddress]).default(''),
  deliverTo: z.string().max(9).optional(),
  receivers: z.array(receiver).min(1).max(mostReceivers, inputWords.pageTooOld),
})
export type PlaceOrderInput = PlaceOwnInput & { receivers?: ReceiverInput[] }

/** What is asked before the order: where the goods go, and how. */
export const quoteInput = placeOrderInput.pick({
  lines: true,
  buyerAddress: true,
  deliverTo: true,
  wishes: true,
  ways: true,
  vouchers: true,
})

/** The same where the goods go to others: their names may follow. */
export const quoteSentInput = sendOrderInput.pick({ lines: true, wishes: true, ways: true, vouchers: true }).extend({
  receivers: z
    .array(receiver.pick({ address: true, deliverTo: true, gift: true, counts: true, wishes: true, ways: true }))
    .min(1)
    .max(mostReceivers, inputWords.pageTooOld),
})

const day = z.string(inputWords.day).refine(isPlainDate, inputWords.day)
export const exportInvoicesInput = z.object({
  from: day,
  to: day,
  format: z.string().max(20),
  rate: z.string().min(1, inputWords.rate).max(10, inputWords.rate),
  again: ticked.default(false),
  note: text(300),
  requestKey,
})
export type ExportInvoicesInput = z.infer<typeof exportInvoicesInput>

/** How money comes for an order that is typed by its seller: later by transfer, or it was seen already. */
const takenMoney = ['transfer', 'received', 'account'] as const

/** What a seller types of an order heard on the telephone; amounts of packs as `qty-` and the listing, empty ones are not wanted. */
export const takeOrderInput = z.preprocess(
  (typed) => {
    const { seenVnd, ...form } = typed as Record<string, unknown>
    if (form['lines'] !== undefined) return typed
    const wanted = Object.entries(form).flatMap(([name, value]) => {
      const [, listingId] = /^qty-(lst_\w+)$/.exec(name) ?? []
      return listingId === undefined || blank(value) || value === '0' ? [] : [{ listingId, quantity: value }]
    })
    return { ...form, lines: wanted, seenVnd: seenVnd === undefined || blank(seenVnd) ? null : Number(seenVnd) }
  },
  placeOrderInput.omit({ newsVersion: true, wishes: true }).extend({
    lines: z
      .array(
        z.object({
          listingId: idInput('lst', inputWords.pageTooOld),
          quantity: quantity.pipe(z.number().max(100_000, inputWords.quantityTooLarge)),
        }),
      )
      .min(1, inputWords.chooseGoods)
      .max(100),
    wish: z
      .union([z.literal('delivered'), idInput('plc', inputWords.pageTooOld)])
      .optional()
      .or(z.literal('').transform(() => undefined)),
    money: z.enum(takenMoney, inputWords.chooseMoney).default('transfer'),
    /** One whom the seller sells to by agreement. */
    agreedBuyerId: idInput('agb', inputWords.pageTooOld)
      .optional()
      .or(z.literal('').transform(() => undefined)),
    told: z.literal('on', inputWords.tellBuyer),
  }),
)
export type TakeOrderInput = z.infer<typeof takeOrderInput>

const fee = wholeNumber(inputWords.amount).pipe(z.number().min(0, inputWords.amount).max(100_000_000, inputWords.amountTooLarge))
const kilograms = z
  .union([z.number(), z.string().transform((typed) => Number(typed.trim().replace(',', '.')))])
  .pipe(z.number(inputWords.kilograms).positive(inputWords.kilograms).max(1000, inputWords.kilograms))

/** Fees as a form sends them: the weights in kilograms, and for each zone a fee beside each of them. */
export const saveDeliveryInput = z.preprocess(
  (typed) => {
    const form = typed as Record<string, unknown>
    if (form['zones'] !== undefined) return form
    const steps = deliveryStepNames.map((step) => form[`step-${step}`]).filter((value) => value !== undefined && !blank(value))
    const zones = deliveryZones.map((zone) => ({
      zone,
      freeFromVnd: blank(form[`free-${zone}`] ?? '') ? null : form[`free-${zone}`],
      carriesCold: form[`cold-${zone}`] !== undefined,
      fees: deliveryStepNames
        .slice(0, steps.length)
        .map((step) => (blank(form[`fee-${zone}-${step}`] ?? '') ? null : form[`fee-${zone}-${step}`])),
    }))
    const pickupIds = Object.keys(form).flatMap((name) => /^pickup-(plc_\w+)$/.exec(name)?.[1] ?? [])
    return { tareGrams: form['tareGrams'], stepGrams: steps, zones, pickupIds }
  },
  z.object({
    tareGrams: wholeNumber(inputWords.tare).pipe(z.number().min(0, inputWords.tare).max(100_000, inputWords.tare)),
    stepGrams: z.array(kilograms.transform((kg) => Math.round(kg * 1000))).max(10),
    zones: z.array(
      z.object({
        zone: z.enum(deliveryZones),
        freeFromVnd: amount.transform(dong).nullable(),
        carriesCold: z.boolean(),
        fees: z.array(fee.transform(dong).nullable()),
      }),
    ),
    pickupIds: z.array(idInput('plc', inputWords.pageTooOld)).max(50),
  }),
)
export type SaveDeliveryInput = z.infer<typeof saveDeliveryInput>

/** Where cash is taken when goods arrive, as a form sends it: a tick for each zone. */
export const saveCashInput = z.preprocess(
  (typed) => {
    const form = typed as Record<string, unknown>
    return form['zones'] === undefined ? { ...form, zones: deliveryZones.filter((zone) => form[`cash-${zone}`] !== undefined) } : form
  },
  z.object({
    largestVnd: amount.pipe(z.number().max(100_000_000, inputWords.amountTooLarge)).transform(dong),
    zones: z.array(z.enum(deliveryZones)).min(1, inputWords.cashZones),
  }),
)
export type SaveCashInput = z.infer<typeof saveCashInput>

/** Money that came to, or went back from, the seller's account. */
export const moneyInput = z.object({ orderId: idInput('ord'), amountVnd: amount, reference: text(80), note: text(300), requestKey })
export type MoneyInput = z.infer<typeof moneyInput>

export const handOverInput = z.object({ orderId: idInput('ord'), acceptShort: z.coerce.boolean().default(false), note: text(300) })
export type HandOverInput = z.infer<typeof handOverInput>

export const packInput = z.object({ orderId: idInput('ord') })
export type PackInput = z.infer<typeof packInput>

/** What each piece of each line weighs, in grams; lines of which nothing was typed are left out. */
export const weighInput = packInput.extend({ grams: z.record(idInput('oln', inputWords.pageTooOld), z.array(grams).max(1000)) })
export type WeighInput = z.infer<typeof weighInput>

/** Orders of a form or an address, however many times each was named. */
export const chosenOrdersInput = z.preprocess(
  (typed) => [typed].flat().filter((one) => one !== undefined && one !== ''),
  z
    .array(idInput('ord', inputWords.pageTooOld))
    .max(200, inputWords.pageTooOld)
    .transform((ids) => [...new Set(ids)]),
)
export const takeBackInput = z.object({ orderId: idInput('ord'), note: text(300) })
export type TakeBackInput = z.infer<typeof takeBackInput>

export const cancelOrderInput = z.object({ orderId: idInput('ord'), note: text(300) })
export type CancelOrderInput = z.infer<typeof cancelOrderInput>

export const orderLinkInput = z.object({ code: z.string().max(20), secret: z.string().max(64) })
export type OrderLinkInput = z.infer<typeof orderLinkInput>

/** What a buyer changes of an order: the whole form, as it is to hold from now on. */
export const changeOrderInput = z.object({
  name: oneLine(2, 80, inputWords.buyerName),
  phone,
  address: oneLine(5, 300, inputWords.buyerAddress),
  deliverTo: placeOrderInput.shape.deliverTo,
  note: text(500),
  /** When the buyer would like to have it, in the buyer's words. */
  wish: z
    .string()
    .default('')
    .transform(readLine)
    .pipe(z.string().max(120, inputWords.tooLong(120))),
  invoice: invoiceInput.optional(),
})
export type ChangeOrderInput = z.infer<typeof changeOrderInput>

/** How many of each line are wanted still; a form has a field for each, `left-` and the line. */
export const cutGoodsInput = z.preprocess(
  (typed) => {
    const form = typed as Record<string, unknown>
    if (form['left'] !== undefined) return form
    const left = Object.entries(form).flatMap(([name, value]) => {
      const [, lineId] = /^left-(oln_\w+)$/.exec(name) ?? []
      return lineId === undefined || blank(value) ? [] : [[lineId, value] as const]
    })
    const boxes = Object.entries(form).flatMap(([name, value]) => {
      const [, listingId] = /^boxes-(lst_\w+)$/.exec(name) ?? []
      return listingId === undefined || blank(value) ? [] : [[listingId, value] as const]
    })
    return { left: Object.fromEntries(left), boxes: Object.fromEntries(boxes) }
  },
  z.object({
    /** By the listing of a box, how many of it are wanted still. */
    boxes: z
      .record(
        idInput('lst', inputWords.pageTooOld),
        wholeNumber(inputWords.quantity).pipe(z.number().min(0, inputWords.quantityNegative).max(1_000_000, inputWords.quantityTooLarge)),
      )
      .default({}),
    left: z.record(
      idInput('oln', inputWords.pageTooOld),
      wholeNumber(inputWords.quantity).pipe(z.number().min(0, inputWords.quantityNegative).max(1_000_000, inputWords.quantityTooLarge)),
    ),
  }),
)
export type CutGoodsInput = z.infer<typeof cutGoodsInput>

export const orderLookUpInput = z.object({
  code: z
    .string()
    .transform((typed) => readCode(typed).replace(/[\s-]/g, '').toUpperCase())
    .pipe(z.string().regex(/^[A-Z0-9]{10}$/, inputWords.orderCode)),
  phone,
})
export type OrderLookUpInput = z.infer<typeof orderLookUpInput>

/** Which order is to go in one parcel with the one whose link is held. */
export const mergeOrdersInput = z.object({ otherCode: orderLookUpInput.shape.code })
export type MergeOrdersInput = z.infer<typeof mergeOrdersInput>

export const verifySellerInput = z.object({
  producerId: idInput('pro', inputWords.pageTooOld),
  method: oneLine(3, 200, inputWords.method),
})
export type VerifySellerInput = z.infer<typeof verifySellerInput>

const blankDay = z
  .union([z.literal('').transform(() => null), day])
  .nullable()
  .default(null)

/** A paper as its form sends it: `of` names what is asked, by kind and set. */
export const handInPaperInput = z
  .object({
    of: z.string().regex(/^[a-z][a-z-]{2,30}(:QD\d{2}-\d{2})?$/, inputWords.pageTooOld),
    number: oneLine(1, 80, inputWords.paperNumber),
    issuedBy: oneLine(2, 200, inputWords.issuedBy),
    issuedOn: day,
    validUntil: blankDay,
    /** Ticked where the paper has no last day: an empty field alone would say nothing. */
    noEnd: ticked.default(false),
    requestKey,
  })
  .superRefine(({ issuedOn, validUntil, noEnd }, issues) => {
    if (validUntil === null && !noEnd) issues.addIssue({ code: 'custom', path: ['validUntil'], message: inputWords.validUntil })
    if (validUntil !== null && noEnd) issues.addIssue({ code: 'custom', path: ['validUntil'], message: inputWords.endOrNone })
    if (validUntil !== null && validUntil < issuedOn)
      issues.addIssue({ code: 'custom', path: ['validUntil'], message: inputWords.untilBeforeIssue })
  })
  .transform((typed) => {
    const { of, noEnd: _, ...rest } = typed
    const [kind, setCode = null] = of.split(':') as [string, string?]
    return { ...rest, kind, setCode }
  })
export type HandInPaperInput = z.infer<typeof handInPaperInput>

const paperId = idInput('spa', inputWords.pageTooOld)
export const verifyPaperInput = z.object({ paperId })
export const returnPaperInput = z.object({ paperId, reason: oneLine(3, 300, inputWords.reason) })

const producerId = idInput('pro', inputWords.pageTooOld)
const suspensionId = idInput('sus', inputWords.pageTooOld)
const reason = oneLine(3, 500, inputWords.reason)

export const announceSuspensionInput = z.object({ producerId, reason, startsOn: day, requestKey })
export type AnnounceSuspensionInput = z.infer<typeof announceSuspensionInput>

/** When an order came, as the clock on the wall says it. */
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, inputWords.moment)
  .transform((typed) => new Date(`${typed}:00+07:00`))
  .refine((at) => !Number.isNaN(at.getTime()), inputWords.moment)

export const receiveOrderInput = z.object({
  producerId,
  reason,
  authority: oneLine(3, 200, inputWords.authority),
  documentNumber: oneLine(1, 80, inputWords.documentNumber),
  receivedAt: moment,
  requestKey,
})
export type ReceiveOrderInput = z.infer<typeof receiveOrderInput>

export const carryOutInput = z.object({ suspensionId, requestKey })
export type CarryOutInput = z.infer<typeof carryOutInput>
export const answerSuspensionInput = z.object({ suspensionId, words: oneLine(3, 2000, inputWords.answer), requestKey })
export type AnswerSuspensionInput = z.infer<typeof answerSuspensionInput>
export const withdrawSuspensionInput = z.object({ suspensionId, reason, requestKey })
export type WithdrawSuspensionInput = z.infer<typeof withdrawSuspensionInput>
export const liftSuspensionInput = z.object({
  suspensionId,
  reason,
  documentNumber: oneLine(1, 80, inputWords.documentNumber),
  requestKey,
})
export type LiftSuspensionInput = z.infer<typeof liftSuspensionInput>

/** Which versions somebody agreed to: `terms:1 fees:2`, as the page named them. */
export const acceptPoliciesInput = z.object({ agrees: z.string(inputWords.agree).min(1, inputWords.agree).max(500) })
