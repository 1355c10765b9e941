/** Letters of Latin-1 that Vietnamese does not have: two of them in one name come from a text of the VNI fonts. */
const foreignLetter =
  /[\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d1\u00d6\u00d8\u00db\u00dc\u00df\u00e4-\u00e7\u00eb\u00ee\u00ef\u00f1\u00f6\u00f8\u00fb\u00fc\u00ff]/giu
/** Pairs that no Vietnamese syllable has and the VNI fonts write: "caù", "Maém". */
const vniPair = /a[\u00f9\u00fa\u00e9\u00e8\u00ea\u00e1\u00e2\u00e0\u00e3\u00f5]|e[\u00f9\u00fa\u00f5\u00e2\u00e1\u00e0\u00e3]/iu
/** Signs that the .VnTime fonts (TCVN3) draw as letters; a trade mark, a square, an ordinal and a middle dot may stand behind a letter. */
const tcvnSign = /\p{L}[\u00a1-\u00a8\u00ac\u00af\u00b1\u00b4-\u00b6\u00b8\u00b9\u00bc-\u00bf]|\p{L}[\u00a1-\u00b6\u00b8-\u00bf]\p{L}/u
/** UTF-8 that was read as an 8-bit text and saved again. */
const readTwice = /[\u00c2-\u00c6][\u0080-\u00bf]|[\u00e1\u00c3][\u00ba\u00bb]|\u00c4[\u2018\u0090\u0192]|\u00c6[\u00b0\u00a1]/u

/**
 * Whether a name cannot be what somebody meant: replacement characters, control characters, a break of line, the 8-bit fonts, UTF-8 read twice.
 *
 * @example isGarbled('M\u00be m c\u00b8 m\u00c9u') // true
 */
export function isGarbled(name: string): boolean {
  const text = name.normalize('NFC')
  return (
    /[\ufffd\p{Cc}\p{Co}\p{Cn}]/u.test(text) ||
    readTwice.test(text) ||
    tcvnSign.test(text) ||
    (text.match(foreignLetter) ?? []).length > 1 ||
    vniPair.test(text)
  )
}
