const encoder = new TextEncoder()
const imported = (secret: string, use: 'sign' | 'verify') =>
  crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [use])

const join = (parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> => {
  const bytes = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part))
  const whole = new Uint8Array(bytes.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of bytes) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** HMAC-SHA-256 over the parts in their order, in lower hexadecimal digits. */
export const hmacHex = async (secret: string, ...parts: readonly (string | Uint8Array)[]): Promise<string> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', await imported(secret, 'sign'), join(parts))).toHex()

/** Compared by the library of the platform: in the same time whatever the difference is. */
export async function isHmac(secret: string, signature: string, ...parts: readonly (string | Uint8Array)[]): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false
  return crypto.subtle.verify('HMAC', await imported(secret, 'verify'), Uint8Array.fromHex(signature), join(parts))
}
