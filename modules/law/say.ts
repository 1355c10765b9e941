import { yesOrNo } from './words/values.ts'

/** Says a list of codes by a room's words; a code without a word stands as it is. */
export const sayCodes =
  (words: Readonly<Record<string, string>>) =>
  (codes: readonly string[]): string =>
    codes.map((code) => words[code] ?? code).join('; ')

export const sayYesOrNo = (value: boolean): string => (value ? yesOrNo.yes : yesOrNo.no)
