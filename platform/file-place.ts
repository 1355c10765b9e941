import type { Readable } from 'node:stream'
import type { TileStore } from '@dacsan/transparency-log'

/** Where the bytes of stored files lie, each under the SHA-256 of its bytes, and beside them the transparency log. */
export type FilePlace = {
  /** Lasting when it answers, whole or not there at all. Known content counts as received anew. */
  put(hash: string, bytes: Uint8Array): Promise<void>
  /** `null` where there is none. */
  open(hash: string): Promise<{ stream: Readable; size: number } | null>
  /** Which files there are; `null` where only the register of files says it. */
  list(): Promise<string[]> | null
  /** Throws where nothing can be read or written. */
  ask(): Promise<void>
  /** Which installation the files are of. */
  mark(name: string): Promise<void>
  marked(): Promise<string | null>
  log: TileStore
  /** Takes a note of the log away: a state without a log has none. */
  forgetOfLog(path: string): Promise<void>
  /** Puts bytes aside that no row names; false where the same content was received since `before`, and then they stay. */
  setAside(hash: string, before: Date): Promise<boolean>
  /** For so long (ms) what was put aside is kept: somebody may have received the same content at that very moment. */
  asideMs: number
  /** Ends what {@link setAside} began: back to its place where a row names it again, else gone. */
  settleAside(hash: string, isNamed: boolean): Promise<void>
  /** Deletes halves that a write left behind before this moment. Answers how many. */
  deleteUnfinished(before: Date): Promise<number>
}

/** The file, beside the others, that says which installation they are of. */
export const markName = 'installation'

/** Where stored files are: in the data folder of the process, or in a bucket that several processes share. */
export type FilesSetting = { kind: 'folder' } | S3Setting

export type S3Setting = {
  kind: 's3'
  endpoint: string
  region: string
  bucket: string
  /** What the names of our objects begin with; empty, or ending with a slash. */
  prefix: string
  accessKey: string
  secretKey: string
  sessionToken: string | undefined
}

/** The shared store of files cannot be reached now, or refuses us: what needs a file is told to come back. */
export class FilesUnavailable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`the store of files (FILES_URL) does not answer: ${reason}`, options)
  }
}

/** `s3://bucket/prefix?endpoint=https://…&region=…`, with the credentials of the usual variables; a text is why it cannot be used. */
export function readFilesSetting(address: string | undefined, env: Record<string, string | undefined>): FilesSetting | string {
  if (!address) return { kind: 'folder' }
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== 's3:') return 'is not s3://bucket/prefix?endpoint=https://…&region=…'
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.host)) return 'names no bucket'
  if (url.username || url.password) return 'holds a password: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are for that'
  const prefix = url.pathname.replaceAll(/^\/+|\/+$/g, '')
  if (!/^[A-Za-z0-9/_.-]*$/.test(prefix) || /(^|\/)\.{1,2}(\/|$)|\/\//.test(prefix))
    return 'has a prefix other than letters, digits, - _ . and /'
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'endpoint' && name !== 'region')
  if (unknown !== undefined) return `has the parameter ${unknown}, which means nothing here`
  const region = url.searchParams.get('region') || env['AWS_REGION'] || 'us-east-1'
  const endpoint = url.searchParams.get('endpoint') || `https://s3.${region}.amazonaws.com`
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) return 'has an endpoint that is not a web address'
  const [accessKey, secretKey] = [env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY']]
  if (!accessKey || !secretKey) return 'needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'
  return {
    kind: 's3',
    endpoint: endpoint.replace(/\/+$/, ''),
    region,
    bucket: url.host,
    prefix: prefix === '' ? '' : `${prefix}/`,
    accessKey,
    secretKey,
    sessionToken: env['AWS_SESSION_TOKEN'] || undefined,
  }
}
