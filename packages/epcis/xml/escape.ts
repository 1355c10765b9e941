const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Characters that XML 1.0 section 2.2 cannot hold, even escaped. */
const impossible =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/**
 * A text as XML holds it, inside an element or a double-quoted attribute. What XML cannot hold becomes U+FFFD.
 *
 * @example escapeXml('Dừa & "sáp" <1>') // 'Dừa &amp; &quot;sáp&quot; &lt;1&gt;'
 */
export function escapeXml(text: string): string {
  return text
    .replace(impossible, '\uFFFD')
    .replace(/[&<>"]/g, (character) => named[character]!)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}
