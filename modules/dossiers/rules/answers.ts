import { readWholeNumber, withoutCurrency } from '@dacsan/vietnam'
import type { Field, FormSection, SectionAnswers } from './forms.ts'
import { fieldsOf } from './forms.ts'

/** Why a typed value cannot be kept. An empty one always can: a draft may have gaps. */
export type AnswerFault =
  | { code: 'too-long'; limit: number; length: number }
  | { code: 'not-a-whole-number' }
  | { code: 'number-too-large' }
  | { code: 'not-a-phone-number' }
  | { code: 'not-an-email-address' }
  | { code: 'not-a-date' }
  | { code: 'not-an-option' }

export type ReadAnswers = { answers: SectionAnswers; faults: Record<string, AnswerFault> }

/** Reads what was typed into a section: "1.250.000" is a whole number, a blank is not an answer, text is kept as it is, in NFC. */
export function readAnswers(section: FormSection, typed: Readonly<Record<string, string | undefined>>): ReadAnswers {
  const answers: Record<string, string | number | boolean> = {}
  const faults: Record<string, AnswerFault> = {}
  for (const [name, field] of fieldsOf(section)) {
    const text = (typed[name] ?? '').normalize('NFC').replaceAll('\r\n', '\n').trim()
    if (field.kind === 'check') answers[name] = text !== ''
    else if (text !== '') {
      const read = readAnswer(field, text)
      if ('fault' in read) faults[name] = read.fault
      else answers[name] = read.value
    }
  }
  return { answers, faults }
}

type Read = { value: string | number } | { fault: AnswerFault }

function readAnswer(field: Exclude<Field, { kind: 'check' }>, text: string): Read {
  switch (field.kind) {
    case 'text':
    case 'long': {
      const { length } = [...text]
      return length > field.limit ? { fault: { code: 'too-long', limit: field.limit, length } } : { value: text }
    }
    case 'whole':
    case 'money':
      return readWhole(text, field.negative ?? false)
    case 'phone':
      return /^(\+84|0)\d{8,10}$/.test(text.replaceAll(/[\s.()-]/g, '')) ? { value: text } : { fault: { code: 'not-a-phone-number' } }
    case 'email':
      return text.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? { value: text } : { fault: { code: 'not-an-email-address' } }
    case 'date':
      return isDay(text) ? { value: text } : { fault: { code: 'not-a-date' } }
    case 'choice':
      return field.options.includes(text) ? { value: text } : { fault: { code: 'not-an-option' } }
  }
}

function readWhole(text: string, negative: boolean): Read {
  const value = readWholeNumber(withoutCurrency(text), { negative })
  if (value === undefined) return { fault: { code: 'not-a-whole-number' } }
  return Number.isSafeInteger(value) ? { value } : { fault: { code: 'number-too-large' } }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
}
