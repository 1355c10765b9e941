import { idInput } from '@dacsan/platform/ids'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import { optionalText } from '../../optional-fields.ts'
import { hourInput } from '../hour-input.ts'
import { readArticle } from './rules/article.ts'
import { newsKinds } from './rules/kinds.ts'
import { newsLanguages } from './rules/languages.ts'
import type { NewsLanguage } from './rules/languages.ts'
import { photoLicences } from './rules/photos.ts'
import { readRecipe } from './rules/recipe.ts'
import { inputWords as words } from './words/inputs.ts'

const newsId = idInput('new', words.pageTooOld)
const requestId = idInput('nrq', words.pageTooOld)
const plain = (text: string) => text.normalize('NFC').replaceAll('\r\n', '\n').trim()
const line = (least: number, most: number, says: string) =>
  z
    .string(says)
    .transform((text) => plain(text).replaceAll(/\s+/g, ' '))
    .pipe(z.string().min(least, says).max(most, words.longest(most)))
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
const ticked = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || (typeof value === 'string' && value !== ''))
const lines = z.string().default('').transform((typed) => [...new Set(typed.split('\n').map(plain).filter(Boolean))]) // prettier-ignore
const version = z.coerce.number(words.pageTooOld).int(words.pageTooOld).min(1, words.pageTooOld)

const longest = { title: 160, lead: 600, body: 30_000 } as const
const texts = {
  title: line(8, longest.title, words.title),
  lead: line(20, longest.lead, words.lead),
  body: text(20, longest.body, words.body),
  enTitle: free(longest.title),
  enLead: free(longest.lead),
  enBody: free(longest.body),
  kmTitle: free(longest.title),
  kmLead: free(longest.lead),
  kmBody: free(longest.body),
}
type Texts = { [Name in keyof typeof texts]: string }

/** A language is told in whole or not at all. */
const whole = <Schema extends z.ZodType<Texts>>(schema: Schema) =>
  schema.superRefine((given, check) => {
    for (const lang of ['en', 'km'] as const) {
      const parts = [`${lang}Title`, `${lang}Lead`, `${lang}Body`] as const
      if (parts.every((part) => given[part] === '')) continue
      for (const part of parts) if (given[part] === '') check.addIssue({ code: 'custom', path: [part], message: words.wholeLanguage })
    }
  })

/** The languages in which a form tells something, Vietnamese first. */
export function textsOf(given: Texts): { language: NewsLanguage; title: string; lead: string; body: string }[] {
  return newsLanguages.flatMap((language) => {
    const [title, lead, body] =
      language === 'vi'
        ? [given.title, given.lead, given.body]
        : [given[`${language}Title`], given[`${language}Lead`], given[`${language}Body`]]
    return title === '' ? [] : [{ language, title, lead, body }]
  })
}

/** A dish tells what goes in and what is done, in every language in which it is told; what it is made of is in the register. */
const asDish = <Schema extends z.ZodType<Texts & { kind: string; products: string[] }>>(schema: Schema) =>
  schema.superRefine((given, check) => {
    if (given.kind !== 'recipe') return
    for (const body of ['body', 'enBody', 'kmBody'] as const)
      if (given[body] !== '' && !readRecipe(readArticle(given[body])))
        check.addIssue({ code: 'custom', path: [body], message: words.recipe })
    if (given.products.length === 0) check.addIssue({ code: 'custom', path: ['products'], message: words.recipeProducts })
  })

const about = {
  kind: z.enum(newsKinds, words.kind).default('news'),
  madeOn: z.iso.date(words.day),
  /** Addresses or names, one a line. */
  products: lines.pipe(z.array(z.string().max(300)).max(20, words.mostTags)),
  communes: lines.pipe(z.array(z.string().max(100)).max(20, words.mostTags)),
  fairs: z.preprocess((sent) => (sent === undefined || sent === '' ? [] : [sent].flat()), z.array(idInput('fai')).max(10, words.mostTags)),
}
export const createNewsInput = asDish(whole(z.object({ ...texts, ...about, requestKey })))
export type CreateNewsInput = z.infer<typeof createNewsInput>
export const writeNewsInput = asDish(whole(z.object({ ...texts, ...about, newsId, version })))
export type WriteNewsInput = z.infer<typeof writeNewsInput>

export const newsInput = z.object({ newsId })
export type NewsInput = z.infer<typeof newsInput>
export const returnNewsInput = z.object({ newsId, reason: text(5, 1000, words.reason) })
export type ReturnNewsInput = z.infer<typeof returnNewsInput>
/** Left open: at once. */
export const releaseNewsInput = z.object({
  newsId,
  publishAt: z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), hourInput(words.hour).nullable()),
})
export type ReleaseNewsInput = z.infer<typeof releaseNewsInput>
export const withdrawNewsInput = z.object({ newsId, reason: text(10, 1000, words.withdrawReason) })
export type WithdrawNewsInput = z.infer<typeof withdrawNewsInput>
export const correctNewsInput = whole(z.object({ ...texts, newsId, version, note: text(10, 1000, words.note) }))
export type CorrectNewsInput = z.infer<typeof correctNewsInput>

export const addPhotoInput = z.object({
  newsId,
  caption: line(5, 300, words.caption),
  alt: line(5, 300, words.alt),
  author: line(2, 120, words.author),
  licence: z.enum(photoLicences, words.licence),
  showsPeople: ticked,
  consent: optionalText(500),
})
export type AddPhotoInput = z.infer<typeof addPhotoInput>
export const removePhotoInput = z.object({ newsId, photoId: idInput('nph', words.pageTooOld) })
export type RemovePhotoInput = z.infer<typeof removePhotoInput>

export const askCorrectionInput = z.object({ words: text(10, 3000, words.ask), requestKey })
export type AskCorrectionInput = z.infer<typeof askCorrectionInput>
export const answerRequestInput = z.object({
  requestId,
  isGranted: z.enum(['yes', 'no'], words.granted).transform((typed) => typed === 'yes'),
  answer: text(10, 3000, words.answer),
})
export type AnswerRequestInput = z.infer<typeof answerRequestInput>
