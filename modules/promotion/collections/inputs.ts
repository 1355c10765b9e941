import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import type { NewsLanguage } from '../news/rules/languages.ts'
import { newsLanguages } from '../news/rules/languages.ts'
import { receivers } from './rules/shown.ts'
import { collectionInputWords as words } from './words/inputs.ts'

const plain = (typed: string) => typed.normalize('NFC').replaceAll('\r\n', '\n').trim()
const text = (least: number, most: number, says: string) =>
  z
    .string(says)
    .transform(plain)
    .pipe(z.string().min(least, says).max(most, words.longest(most)))
const free = (most: number) =>
  z
    .string()
    .default('')
    .transform(plain)
    .pipe(z.string().max(most, words.longest(most)))
const month = z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), z.coerce.number(words.month).int(words.month).min(1, words.month).max(12, words.month).nullable()) // prettier-ignore

const texts = {
  title: text(4, 120, words.title),
  text: text(20, 3000, words.text),
  enTitle: free(120),
  enText: free(3000),
  kmTitle: free(120),
  kmText: free(3000),
}
type Texts = { [Name in keyof typeof texts]: string }
const fields = {
  ...texts,
  fromMonth: month,
  untilMonth: month,
  forWhom: z.preprocess(
    (sent) => (sent === undefined || sent === '' ? [] : [sent].flat()),
    z.array(z.enum(receivers, words.receiver)).max(receivers.length),
  ),
  /** Addresses of pages of products, one a line, in the order in which they stand. */
  products: z
    .string()
    .default('')
    .transform((typed) => [...new Set(typed.split('\n').map(plain).filter(Boolean))])
    .pipe(z.array(z.string().max(300)).min(1, words.products).max(60, words.mostProducts)),
}
/** A language is told in whole or not at all. */
const whole = <Schema extends z.ZodType<Texts>>(schema: Schema) =>
  schema.superRefine((given, check) => {
    for (const lang of ['en', 'km'] as const)
      if ((given[`${lang}Title`] === '') !== (given[`${lang}Text`] === ''))
        check.addIssue({
          code: 'custom',
          path: [given[`${lang}Title`] === '' ? `${lang}Title` : `${lang}Text`],
          message: words.wholeLanguage,
        })
  })

/** The languages in which a form tells something, Vietnamese first. */
export const textsOfCollection = (given: Texts): { language: NewsLanguage; title: string; text: string }[] =>
  newsLanguages.flatMap((language) => {
    const [title, said] = language === 'vi' ? [given.title, given.text] : [given[`${language}Title`], given[`${language}Text`]]
    return title === '' ? [] : [{ language, title, text: said }]
  })

const collectionId = idInput('col', words.pageTooOld)
export const createCollectionInput = whole(z.object({ ...fields, requestKey }))
export type CreateCollectionInput = z.infer<typeof createCollectionInput>
export const changeCollectionInput = whole(
  z.object({ ...fields, collectionId, version: z.coerce.number(words.pageTooOld).int(words.pageTooOld) }),
)
export type ChangeCollectionInput = z.infer<typeof changeCollectionInput>
export const collectionInput = z.object({ collectionId })
export type CollectionInput = z.infer<typeof collectionInput>

const needed = z.coerce.number(words.month).int(words.month).min(1, words.month).max(12, words.month)
export const setSeasonInput = z.object({
  product: text(2, 300, words.product),
  fromMonth: needed,
  untilMonth: needed,
  source: text(4, 200, words.source),
})
export type SetSeasonInput = z.infer<typeof setSeasonInput>
export const clearSeasonInput = z.object({ product: text(2, 300, words.product) })
export type ClearSeasonInput = z.infer<typeof clearSeasonInput>
