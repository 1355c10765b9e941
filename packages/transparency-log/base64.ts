/** Standard base64 with its padding, in the one spelling that an encoder writes; `undefined` for anything else. */
export const readBase64 = (text: string) => readAlphabet(text, 'base64')

/** Base64url without padding, in the one spelling that an encoder writes; `undefined` for anything else. */
export const readBase64Url = (text: string) => readAlphabet(text, 'base64url')

const forms = {
  base64: /^[A-Za-z0-9+/]*={0,2}$/,
  // The built-in reader passes over white space and asks for padding when it is strict.
  base64url: /^[A-Za-z0-9_-]*$/,
}

function readAlphabet(text: string, alphabet: 'base64' | 'base64url'): Uint8Array<ArrayBuffer> | undefined {
  if (!forms[alphabet].test(text)) return undefined
  const padded = alphabet === 'base64' ? text : text + '='.repeat((4 - (text.length % 4)) % 4)
  try {
    return Uint8Array.fromBase64(padded, { alphabet, lastChunkHandling: 'strict' })
  } catch {
    return undefined
  }
}
