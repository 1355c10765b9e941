import { foldText } from './fold-text.ts'

/**
 * The words of a text as searches compare them: folded, without punctuation. A mark belongs to the letter before it, so that a Khmer word stays one.
 *
 * @example searchWords('Dừa sáp – Cầu Kè, lô 2') // ['dua', 'sap', 'cau', 'ke', 'lo', '2']
 */
export function searchWords(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
}
