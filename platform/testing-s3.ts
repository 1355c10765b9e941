import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import { readFilesSetting } from './file-place.ts'
import type { S3Setting } from './file-place.ts'

/** A bucket of a server that speaks S3, verifies signatures and keeps its objects in a folder. */
export type TestBucket = {
  /** The settings of a process that uses it. */
  env: Record<'FILES_URL' | 'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY', string>
  setting: S3Setting
  /** Ends the server; what it keeps stays. */
  stop(): Promise<void>
  /** Starts it again, at the same address. */
  start(): Promise<void>
  remove(): Promise<void>
}

/** The bucket at TEST_S3_URL (with the usual AWS variables), which nobody can stop; or a server of our own. */
export async function openTestBucket(): Promise<TestBucket> {
  const given = process.env['TEST_S3_URL']
  if (given) {
    const url = given.replace(/(\?|$)/, `/test-${randomBytes(6).toString('hex')}$1`)
    const unstoppable = () => Promise.reject(new Error('the server at TEST_S3_URL is not ours'))
    const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = process.env
    return { ...bucketAt(url, { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY }), stop: unstoppable, start: unstoppable, remove: async () => {} }
  }
  const directory = await mkdtemp(join(tmpdir(), 'dacsan-s3-'))
  let port = 0
  let server: S3rver | undefined
  const start = async () => {
    server = new S3rver({ port, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: 'dacsan' }] })
    port = (await server.run()).port
  }
  const stop = async () => {
    await server?.close()
    server = undefined
  }
  await start()
  const url = `s3://dacsan/province?endpoint=http://127.0.0.1:${port}&region=ap-southeast-1`
  return {
    ...bucketAt(url, { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' }),
    start,
    stop,
    async remove() {
      await stop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

function bucketAt(url: string, keys: Record<'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY', string>): Pick<TestBucket, 'env' | 'setting'> {
  const setting = readFilesSetting(url, keys)
  if (typeof setting === 'string' || setting.kind !== 's3') throw new Error(`TEST_S3_URL ${JSON.stringify(setting)}`)
  return { env: { FILES_URL: url, ...keys }, setting }
}
