/**
 * The text without the accents of Latin letters, đ as d, case kept; NFC and NFD input give the same answer.
 * Marks of other scripts are letters of their own there (Khmer vowels, Cyrillic й), so they stay.
 *
 * @example stripAccents('Dừa sáp Cầu Kè, đặc sản') // 'Dua sap Cau Ke, dac san'
 */
export function stripAccents(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/(\p{Script=Latin})[\u0300-\u036f]+/gu, '$1')
      // Eth (Ð, ð) stands for Đ in texts converted from the old 8-bit Vietnamese fonts, the African D (Ɖ, ɖ) in texts typed with other keyboards.
      .replace(/[đðɖ]/g, 'd')
      .replace(/[ĐÐƉ]/g, 'D')
      .normalize('NFC')
  )
}

/**
 * The form in which texts are compared when someone searches: no accents, đ as d, lower case.
 *
 * @example foldText('DỪA SÁP Trà Vinh') // 'dua sap tra vinh'
 */
export function foldText(text: string): string {
  return stripAccents(text).toLowerCase()
}
