import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { setTimeout as delay } from 'node:timers/promises'
import { S3Client, S3Errors } from '@bradenmacdonald/s3-lite-client'
import { FilesUnavailable, markName } from './file-place.ts'
import type { FilePlace, S3Setting } from './file-place.ts'

const megabyte = 1024 * 1024
/** No stored file is larger: each goes in one request, which the store takes whole or not at all. */
const onePart = 64 * megabyte
/** How long one request may take to be answered (ms): whoever uploads waits for it. */
const usualPatience = 8_000
/** What was asked is asked again after these pauses (ms): every request of ours may be repeated. */
const pauses = [100, 400] as const
const dayMs = 24 * 3_600_000

/**
 * Files and log in a bucket that several processes share (FILES_URL). The hash of the bytes is signed with each request: a store compares it with what
 * arrived, and keeps nothing else. Nothing is ever listed, so that a store needs no more than GET, HEAD, PUT and DELETE of an object.
 */
export function s3Place(setting: S3Setting, patience = usualPatience): FilePlace {
  const asked = <Answer>(question: () => Promise<Answer>) => ask(question, patience)
  const { endpoint: endPoint, region, bucket, prefix, accessKey, secretKey, sessionToken } = setting
  const client = new S3Client({ endPoint, region, bucket, accessKey, secretKey, ...(sessionToken && { sessionToken }) })
  const fileAt = (hash: string) => `${prefix}files/${hash.slice(0, 2)}/${hash}`
  const asideAt = (hash: string) => `${prefix}unused/${hash}`
  const logAt = (path: string) => `${prefix}log/${path}`
  const put = (name: string, bytes: Uint8Array) => asked(() => client.putObject(name, Uint8Array.from(bytes), { partSize: onePart }))
  const remove = (name: string) => asked(() => client.deleteObject(name))
  const stat = (name: string) => asked(() => orNull(client.statObject(name)))
  const get = (name: string) =>
    asked(async () => {
      const answer = await orNull(client.getObject(name))
      return answer && new Uint8Array(await answer.arrayBuffer())
    })

  async function open(name: string): Promise<{ stream: Readable; size: number } | null> {
    const answer = await asked(() => orNull(client.getObject(name)))
    if (!answer) return null
    const stream = answer.body ? Readable.fromWeb(answer.body as ReadableStream) : Readable.from([])
    return { stream, size: Number(answer.headers.get('content-length')) }
  }

  return {
    async put(hash, bytes) {
      await put(fileAt(hash), bytes)
    },
    open: async (hash) => (await open(fileAt(hash))) ?? open(asideAt(hash)),
    list: () => null,
    async ask() {
      // Whether it is there or not, the store has answered, and has known us.
      await stat(`${prefix}files/${markName}`)
    },
    async mark(name) {
      await put(`${prefix}files/${markName}`, new TextEncoder().encode(name))
    },
    async marked() {
      const bytes = await get(`${prefix}files/${markName}`)
      return bytes && new TextDecoder().decode(bytes)
    },
    log: {
      read: async (path) => (await get(logAt(path))) ?? undefined,
      async write(path, bytes) {
        await put(logAt(path), bytes)
      },
    },
    forgetOfLog: (path) => remove(logAt(path)),
    async setAside(hash, before) {
      const found = await stat(fileAt(hash))
      if (!found) return true
      if (found.lastModified > before) return false
      const bytes = await get(fileAt(hash))
      if (bytes) await put(asideAt(hash), bytes)
      // Who sends the same content between these two lines has a row without a file of its own: it is read from aside, and put back.
      await remove(fileAt(hash))
      return true
    },
    asideMs: dayMs,
    async settleAside(hash, isNamed) {
      if (isNamed && !(await stat(fileAt(hash)))) {
        const bytes = await get(asideAt(hash))
        if (bytes) await put(fileAt(hash), bytes)
      }
      await remove(asideAt(hash))
    },
    // An object is there whole or not at all.
    deleteUnfinished: async () => 0,
  }
}

async function orNull<Answer>(question: Promise<Answer>): Promise<Answer | null> {
  try {
    return await question
  } catch (error) {
    if (error instanceof S3Errors.ServerError && error.statusCode === 404 && error.code !== 'NoSuchBucket') return null
    throw error
  }
}

/** Asks again what was refused in passing; whatever stays refused is the store being unavailable. */
async function ask<Answer>(question: () => Promise<Answer>, patience: number): Promise<Answer> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await inTime(question(), patience)
    } catch (error) {
      const pause = pauses[attempt]
      if (pause === undefined || !mayPass(error)) throw new FilesUnavailable(reasonOf(error), { cause: error })
      await delay(pause)
    }
  }
}

class TooLate extends Error {}

async function inTime<Answer>(answer: Promise<Answer>, patience: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TooLate(`nothing within ${patience} ms`)), patience)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

/** What a store says of itself, and lines that break. Who has waited once for nothing does not wait three times. */
const mayPass = (error: unknown) =>
  error instanceof S3Errors.ServerError ? error.statusCode >= 500 || error.statusCode === 429 : !(error instanceof TooLate)

function reasonOf(error: unknown): string {
  if (error instanceof S3Errors.ServerError) return `${error.statusCode} ${error.code}`
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? ('code' in cause && String(cause.code)) || cause.message : String(cause)
}
