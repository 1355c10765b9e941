import { sql } from 'kysely'
import type { Expression, RawBuilder, SqlBool } from 'kysely'

/** đ, and the letters that stand for it (`stripAccents` of @dacsan/vietnam). */
const lettersLikeD = String.fromCharCode(0x111, 0xf0, 0x256)
/** The marks of Vietnamese letters, as they stand alone in NFD: grave, acute, tilde, hook, dot, circumflex, breve, horn. */
const marks = '\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b'

/**
 * A column as searches compare it: without accents, đ as d, in small letters; the same that `foldText` of @dacsan/vietnam makes of Vietnamese texts.
 *
 * @example db.selectFrom('auth_user').where(folded(sql.ref('name')), 'like', '%thach thi mau%')
 */
export const folded = (text: Expression<string | null>): RawBuilder<string> =>
  sql<string>`translate(lower(normalize(${text}, NFD)), ${`${lettersLikeD}${marks}`}, 'ddd')`

/**
 * Whether every word stands in a column, in any order and without accents; of no words nothing is found.
 *
 * @example holdsWords(sql.ref('order_group.buyer_name'), ['thach', 'mau'])
 */
export const holdsWords = (text: Expression<string | null>, words: readonly string[]): RawBuilder<SqlBool> =>
  words.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`${folded(text)} like all (${words.map((word) => `%${likeText(word)}%`)}::text[])`

/**
 * Whether a code holds what was typed, however it was parted by dots, dashes and spaces. Of nothing typed nothing is found.
 *
 * @example holdsCode(sql.ref('dossier.code'), 'vl29242')
 */
export const holdsCode = (code: Expression<string | null>, typed: string): RawBuilder<SqlBool> =>
  typed === '' ? sql<SqlBool>`false` : sql<SqlBool>`regexp_replace(lower(${code}), '[^a-z0-9]', '', 'g') like ${`%${likeText(typed)}%`}`

/** A text that `like` takes as it stands. @example likeText('50%') // '50\\%' */
export const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
