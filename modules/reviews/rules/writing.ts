import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import type { WriteRefusal } from './refusals.ts'

export const mostPhotos = 3

/** How a writer is named: initials, the given name, or not at all. The whole name is never told. */
export const nameStyles = ['initials', 'given', 'none'] as const
export type NameStyle = (typeof nameStyles)[number]

/**
 * The name that stands under a review. In Vietnamese and Khmer names the given name is the last.
 *
 * @example nameAs('initials', 'Nguyễn Thị Mua') // 'N. T. M.'
 * @example nameAs('given', 'Nguyễn Thị Mua') // 'Mua'
 */
export function nameAs(style: NameStyle, name: string): string {
  const parts = name.normalize('NFC').trim().split(/\s+/u).filter(Boolean)
  if (style === 'none' || parts.length === 0) return ''
  // One word alone would be the whole name.
  if (style === 'given' && parts.length > 1) return parts.at(-1)!.slice(0, 30)
  return parts.slice(0, 6).map((part) => `${[...part][0]!.toLocaleUpperCase('vi')}.`).join(' ') // prettier-ignore
}

// What turns the direction of a line, breaks it unseen, or is not there at all; marks piled on one letter.
const unseen = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu
const piled = /(\p{M}{3})\p{M}+/gu

/** What strangers type, as it may stand on a page: one form of each letter, lines that stay lines, nothing hidden. */
export const plainText = (typed: string): string =>
  typed
    .replaceAll(/\r\n?/gu, '\n')
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').replaceAll(unseen, ''))
    .join('\n')
    .normalize('NFC')
    .replaceAll(piled, '$1')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim()

const telephone = /(?:\+?84|0)(?:[\s.\-()]*\d){8,10}(?!\d)/u
const address = /https?:\/\/|\bwww\.|[\w.+-]+@[\w-]+\.[a-z]{2,}|\b(?:zalo|telegram|facebook|fb)\.(?:me|com|vn)\b/iu

/** Whether a text says how to reach somebody: that is an advertisement, or somebody's private data. */
export const hasContact = (words: string): boolean => telephone.test(words) || address.test(words)

const day = 86_400_000

/** What an order says of whether its buyer may write about it. */
export type Purchase = { handedOverAt: Date | null; source: 'buyer' | 'seller'; isSellersOwn: boolean }

/** Who bought may write: not whoever sells, not in the name of a buyer who never ordered, not before the goods are there, not for ever. */
export function refuseWriting(purchase: Purchase, { now, writeDays }: { now: Date; writeDays: number }): Refused<WriteRefusal> | null {
  if (purchase.handedOverAt === null) return refuse('not-delivered')
  if (purchase.isSellersOwn) return refuse('sellers-own')
  if (purchase.source === 'seller') return refuse('typed-by-seller')
  return now.getTime() > purchase.handedOverAt.getTime() + writeDays * day ? refuse('too-late', { days: writeDays }) : null
}

/** Until when a review that is written now may be changed. */
export const editableUntil = (now: Date, editDays: number): Date => new Date(now.getTime() + editDays * day)

/** By when a question that is asked now is to be answered. */
export const answerBy = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000)
