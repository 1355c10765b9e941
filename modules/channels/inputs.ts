import { marketplaceNames } from '@dacsan/marketplaces'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import { channelFileKinds, goodsAnswers, settlementAnswers } from './rules/kinds.ts'
import { inputWords as words } from './words/inputs.ts'

const text = (most: number) => z.string().trim().normalize('NFC').max(most, words.tooLong(most))
const open = (typed: unknown) => (typed === '' ? undefined : typed)

export const openShopInput = z.object({
  channel: z.enum(marketplaceNames, words.channel),
  name: text(80).min(1, words.name),
  /** Open: from today. */
  goodsFrom: z.preprocess(open, z.iso.date(words.day).optional()),
})
export type OpenShopInput = z.infer<typeof openShopInput>

export const nameGoodsInput = z.object({
  shopId: idInput('chs', words.pageTooOld),
  sku: z.string().min(1, words.pageTooOld).max(100, words.pageTooOld),
  packId: idInput('pck', words.pack),
  packsEach: z
    .union([z.string(), z.number()])
    .transform((typed) => (typed === '' ? 1 : Number(typed)))
    .pipe(z.number(words.packsEach).int(words.packsEach).min(1, words.packsEach).max(1000, words.packsEach))
    .default(1),
})
export type NameGoodsInput = z.infer<typeof nameGoodsInput>

const shopId = idInput('chs', words.pageTooOld)
const key = z.string().trim().max(600, words.key).default('')
export const switchOnInput = z
  .object({
    shopId,
    partnerId: key,
    partnerKey: key,
    appKey: key,
    appSecret: key,
    remoteShopId: key,
    sellerId: key,
    shopCipher: key,
    warehouseId: key,
    accessToken: key,
    refreshToken: key,
  })
  // `shopId` is the shop here; that of the marketplace has a field of its own.
  .transform(({ shopId: id, remoteShopId, ...keys }) => ({ shopId: id, keys: { ...keys, shopId: remoteShopId } }))
export type SwitchOnInput = z.infer<typeof switchOnInput>
export const switchOffInput = z.object({ shopId })
export type SwitchOffInput = z.infer<typeof switchOffInput>
export const putUpInput = z.object({ shopId, packId: idInput('pck', words.pack), categoryId: text(20).default('') })
export type PutUpInput = z.infer<typeof putUpInput>

/** What stands beside a file. */
export const readFileInput = z.object({ shopId: idInput('chs', words.shop), kind: z.enum(channelFileKinds, words.kind) })
export type ReadFileInput = z.infer<typeof readFileInput>

export const takeFileInput = z.object({
  fileId: idInput('chf', words.pageTooOld),
  /** Open: the money came together with other, or did not come yet. */
  bankLineId: z.preprocess(open, idInput('bln', words.credit).optional()),
})
export type TakeFileInput = z.infer<typeof takeFileInput>

export const answerGoodsInput = z.object({
  orderId: idInput('cho', words.pageTooOld),
  answer: z.enum(goodsAnswers, words.answer),
  note: text(300).default(''),
})
export type AnswerGoodsInput = z.infer<typeof answerGoodsInput>

export const answerSettlementInput = z.object({
  settlementId: idInput('cst', words.pageTooOld),
  answer: z.enum(settlementAnswers, words.answer),
  note: text(300).default(''),
})
export type AnswerSettlementInput = z.infer<typeof answerSettlementInput>
