import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import { optionalDay } from '../../optional-fields.ts'
import { hourInput } from '../hour-input.ts'
import { newsLanguages } from '../news/rules/languages.ts'
import { pressTextKinds } from './rules/kit.ts'
import { pressInputWords as words } from './words/inputs.ts'

const line = (least: number, most: number, says: string) =>
  z.string(says).trim().normalize('NFC').min(least, says).max(most, words.longest(most))

export const nameSpokespersonInput = z.object({
  name: line(2, 120, words.name),
  title: line(2, 200, words.title),
  phone: line(6, 40, words.phone),
  email: z.email(words.email).max(200, words.longest(200)),
  paperNumber: line(2, 80, words.paper),
  appointedAt: hourInput(words.hour),
  untilOn: optionalDay(words.day),
})
export type NameSpokespersonInput = z.infer<typeof nameSpokespersonInput>

export const pressTextInput = z.object({
  kind: z.enum(pressTextKinds, words.kind),
  language: z.enum(newsLanguages, words.language),
  text: line(10, 8000, words.text),
})
export type PressTextInput = z.infer<typeof pressTextInput>

export const informInput = z.object({
  /** `2026-11`, as a browser sends a month. */
  month: z
    .string(words.month)
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, words.month)
    .transform((month) => `${month}-01`),
  title: line(5, 200, words.informationTitle),
  words: line(10, 4000, words.text),
  requestKey,
})
export type InformInput = z.infer<typeof informInput>
