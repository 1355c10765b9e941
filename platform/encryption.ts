import { open, readFile } from 'node:fs/promises'
import { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'

// The format is age (C2SP): whoever has the identity opens a file with `age -d` too, without this software.

const ageHeader = 'age-encryption.org/v1\n'

/** Why a text is not the public key that files are encrypted to; null where it is one. */
export function whyNotRecipient(text: string): string | null {
  // Somebody's secret is not repeated on a screen or in a log.
  if (/^AGE-SECRET-KEY/i.test(text))
    return 'is the identity that opens backups: it belongs on no machine that writes them. Set its public key, age1…'
  try {
    new Encrypter().addRecipient(text)
    return null
  } catch {
    return 'is not an age recipient (age1…)'
  }
}

/** A step of a pipeline that encrypts what passes to each of the recipients. */
export function encryptTo(recipients: readonly string[]) {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    yield* bytesOf(await encrypter.encrypt(asStream(source)))
  }
}

/** A step of a pipeline that opens what was encrypted; throws where none of the identities opens it, and where it is not as it was written. */
export function decryptWith(identities: readonly string[]) {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  return async function* (source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    yield* bytesOf(await decrypter.decrypt(asStream(source)))
  }
}

// The browser's types of a stream, which the library speaks, know less than Node's.
type WebStream = globalThis.ReadableStream<Uint8Array>
const asStream = (source: AsyncIterable<Uint8Array>) => ReadableStream.from(source) as unknown as WebStream
const bytesOf = (stream: WebStream) => stream as unknown as ReadableStream<Uint8Array>

/** Whether a file says that it is encrypted. */
export async function isEncrypted(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(ageHeader.length), 0, ageHeader.length, 0)
    return buffer.subarray(0, bytesRead).toString('latin1') === ageHeader
  } finally {
    await handle.close()
  }
}

/** The identities in a file as `age-keygen` writes it: one a line, comments after #. */
export async function readIdentities(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`the identity file ${file} cannot be read (${error.code})`)
  })
  const identities = text.split('\n').flatMap((line) => (/^\s*(#|$)/.test(line) ? [] : [line.trim()]))
  const usable = identities.filter(isIdentity)
  if (usable.length === 0 || usable.length < identities.length)
    throw new Error(`${file} is not a file of age identities (AGE-SECRET-KEY-1…, a line each)`)
  return usable
}

function isIdentity(text: string): boolean {
  try {
    new Decrypter().addIdentity(text)
    return true
  } catch {
    return false
  }
}
