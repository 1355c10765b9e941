/** A name within a sentence: "Xã Cầu Kè" becomes "xã Cầu Kè". */
export const lowerFirst = (name: string): string => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)

/** The decision prints its headings in capitals; on a screen they read better as a sentence. */
export function headingOf(name: string): string {
  const capitals = name === name.toLocaleUpperCase('vi')
  return capitals ? name.charAt(0) + name.slice(1).toLocaleLowerCase('vi') : name
}

/** The beginning of a sentence: "giả mạo hồ sơ" becomes "Giả mạo hồ sơ". */
export const capitalised = (words: string): string => words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
