import { resolve } from 'node:path'
import { parseVerifierKey } from '@dacsan/transparency-log/note'
import type { VerifierKey } from '@dacsan/transparency-log/note'
import { z } from 'zod'
import { whyNotRecipient } from './encryption.ts'
import { provinceNamed } from './facts.ts'
import { readFilesSetting } from './file-place.ts'
import type { FilesSetting } from './file-place.ts'
import { readProviderSetting } from './identity-provider-setting.ts'
import type { ProviderSetting } from './identity-provider-setting.ts'
import { logLevels } from './log.ts'
import { readChannels } from './channels.ts'
import type { Channels } from './channels.ts'
import { readScannerSetting } from './virus-scanner.ts'
import type { ScannerSetting } from './virus-scanner.ts'

const databaseAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, 'is not a PostgreSQL address (postgres://…)')
  .optional()

const environment = z.object({
  PORT: z.coerce.number('is not a port').int('is not a port').min(0, 'is not a port').max(65535, 'is not a port').default(3000),
  HOST: z.string().min(1, 'is empty').default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'is empty').default('.data'),
  DATABASE_URL: databaseAddress,
  DATABASE_OWNER_URL: databaseAddress,
  ORIGIN: z.url({ protocol: /^https?$/, error: 'is not a web address (https://…)' }).optional(),
  SEED: z.enum(['demo', 'reference', 'none'], 'is not demo, reference or none').default('demo'),
  PROVINCE: z
    .string()
    .optional()
    .transform((name, { addIssue }) => {
      try {
        return provinceNamed(name)
      } catch (error) {
        addIssue((error as Error).message)
        return z.NEVER
      }
    }),
  TRUSTED_PROXIES: z.coerce
    .number('is not a number of proxies')
    .int('is not a number of proxies')
    .min(0, 'is not a number of proxies')
    .default(0),
  PLACE_HEADER: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/i, 'is not the name of a header')
    .optional(),
  WITNESS_KEYS: z
    .string()
    .default('')
    .transform((keys, { addIssue }) =>
      keys.split(/[\s,]+/).flatMap((text) => {
        if (text === '') return []
        const key = parseVerifierKey(text)
        if (key.ok && key.value.type === 'cosignature/v1') return [key.value]
        addIssue('is not the verifier key of a witness (name+id+key, C2SP tlog-cosignature)')
        return []
      }),
    ),
  WITNESS_URLS: z
    .string()
    .default('')
    .transform((urls, { addIssue }) =>
      urls.split(/[\s,]+/).flatMap((text) => {
        if (text === '') return []
        if (/^https?:\/\//.test(text) && URL.canParse(text)) return [text.replace(/\/+$/, '')]
        addIssue('is not the address of a witness (https://…, C2SP tlog-witness)')
        return []
      }),
    ),
  WEBHOOK_HOSTS: z
    .string()
    .default('')
    .transform((hosts, { addIssue }) =>
      hosts.split(/[\s,]+/).flatMap((host) => {
        if (host === '') return []
        if (/^[\w.:-]+$/.test(host)) return [host.toLowerCase()]
        addIssue('is not a list of hosts (kho.noi-bo, 10.0.0.5)')
        return []
      }),
    ),
  CARRIERS_URL: z
    .url({ protocol: /^https?$/, error: 'is not a web address (https://…)' })
    .optional()
    .transform((address) => address?.replace(/\/+$/, '')),
  MARKETPLACES_URL: z
    .url({ protocol: /^https?$/, error: 'is not a web address (https://…)' })
    .optional()
    .transform((address) => address?.replace(/\/+$/, '')),
  FILES_URL: z.string().optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_KEY: z
    .string()
    .default('')
    .transform((keys, { addIssue }) => {
      const recipients = keys.split(/[\s,]+/).filter((text) => text !== '')
      for (const recipient of recipients) {
        const why = whyNotRecipient(recipient)
        if (why) addIssue(why)
      }
      return recipients
    }),
  ACCESS_LOG: z.enum(['on', 'off'], 'is not on or off').default('off'),
  OFFLINE_DESK: z.enum(['on', 'off'], 'is not on or off').default('on'),
  SLOW_QUERY_MS: z.coerce
    .number('is not a number of milliseconds')
    .int('is not a number of milliseconds')
    .min(1, 'is not a number of milliseconds')
    .default(500),
  CLAMAV: z
    .string()
    .optional()
    .transform((text, { addIssue }) => {
      const setting = readScannerSetting(text)
      if (setting) return setting
      addIssue('is not the socket of clamd (/run/clamav/clamd.ctl or 127.0.0.1:3310), auto or off')
      return z.NEVER
    }),
  LOG_LEVEL: z.enum(logLevels, `is not one of ${logLevels.join(', ')}`).default('info'),
})

export type Config = {
  port: number
  host: string
  /** Absolute. */
  dataDir: string
  /** Absent: the embedded database. */
  databaseUrl: string | undefined
  /** The same database as its owner: for migrations, restores and proofs. Absent: whoever `databaseUrl` names. */
  databaseOwnerUrl: string | undefined
  /** The public address, without a slash at its end. */
  origin: string
  seed: 'demo' | 'reference' | 'none'
  /** Whose facts this process reads: the name of a folder in data/provinces. */
  province: string
  /** How many proxies of ours stand before the front: only their word about a visitor's address counts. */
  trustedProxies: number
  /** The header in which a proxy of ours says from where a request comes. */
  placeHeader: string | undefined
  /** Who is asked to say that the transparency log only grew. */
  witnessKeys: readonly VerifierKey[]
  /** Where they are asked, without a slash at the end. */
  witnessUrls: readonly string[]
  /** Hosts beside this machine that webhooks may reach; every other one has to be public. */
  webhookHosts: readonly string[]
  /** Where carriers are asked in place of their own addresses, without a slash at its end: for trials with a counterpart. Absent: at their own. */
  carriersUrl: string | undefined
  /** The same for other marketplaces. */
  marketplacesUrl: string | undefined
  /** Where stored files are: in `dataDir`, or in a bucket that several processes share. */
  filePlace: FilesSetting
  /** Where a backup is written each night; absolute. Absent: none is. */
  backupDir: string | undefined
  /** The public keys (age) that backups are encrypted to; empty: they are in the clear. */
  backupKeys: readonly string[]
  /** Whether each answer has a line in the log. */
  accessLog: boolean
  /** Browsers of producers keep the pages of their desk. */
  offlineDesk: boolean
  /** Statements that take longer have a line in the log (milliseconds). */
  slowQueryMs: number
  /** Where the virus scanner is that is asked about each upload. */
  scanner: ScannerSetting
  /** By which ways word leaves the house; an absent one is off. */
  channels: Channels
  /** By whom people may sign in beside their password. Absent: by nobody. */
  provider: ProviderSetting | undefined
  logLevel: (typeof logLevels)[number]
}

/** Reads the configuration from the environment; throws one line that says which value is bad and why. An empty value counts as absent. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(({ path: [name], message }) => {
      if (name === 'PROVINCE') return message
      // A database address may hold a password, and somebody may have set the wrong half of a key.
      return ['DATABASE_URL', 'DATABASE_OWNER_URL', 'BACKUP_KEY'].includes(String(name))
        ? `${String(name)} ${message}`
        : `${String(name)}=${given[String(name)]} ${message}`
    })
    throw new Error(complaints.join('; '))
  }
  const {
    PORT,
    HOST,
    DATA_DIR,
    DATABASE_URL,
    DATABASE_OWNER_URL,
    ORIGIN,
    SEED,
    PROVINCE,
    TRUSTED_PROXIES,
    PLACE_HEADER,
    WITNESS_KEYS,
    WITNESS_URLS,
    WEBHOOK_HOSTS,
    CARRIERS_URL,
    MARKETPLACES_URL,
    FILES_URL,
    BACKUP_DIR,
    BACKUP_KEY,
    ACCESS_LOG,
    OFFLINE_DESK,
    SLOW_QUERY_MS,
    CLAMAV,
    LOG_LEVEL,
  } = parsed.data
  const filePlace = readFilesSetting(FILES_URL, given)
  // What somebody wrote there may hold a password.
  if (typeof filePlace === 'string') throw new Error(`FILES_URL ${filePlace}`)
  const channels = readChannels(given, ORIGIN ?? `http://localhost:${PORT}`)
  if (typeof channels === 'string') throw new Error(channels)
  const provider = readProviderSetting(given)
  if (typeof provider === 'string') throw new Error(provider)
  if (DATABASE_OWNER_URL && !DATABASE_URL) throw new Error('DATABASE_OWNER_URL is set without DATABASE_URL')
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    databaseOwnerUrl: DATABASE_OWNER_URL,
    origin: ORIGIN ? new URL(ORIGIN).origin : `http://localhost:${PORT}`,
    seed: SEED,
    province: PROVINCE,
    trustedProxies: TRUSTED_PROXIES,
    // Anybody can send a header: only a proxy of ours overwrites it.
    placeHeader: TRUSTED_PROXIES > 0 ? PLACE_HEADER?.toLowerCase() : undefined,
    witnessKeys: WITNESS_KEYS,
    witnessUrls: WITNESS_URLS,
    webhookHosts: WEBHOOK_HOSTS,
    carriersUrl: CARRIERS_URL,
    marketplacesUrl: MARKETPLACES_URL,
    filePlace,
    backupDir: BACKUP_DIR === undefined ? undefined : resolve(BACKUP_DIR),
    backupKeys: BACKUP_KEY,
    accessLog: ACCESS_LOG === 'on',
    offlineDesk: OFFLINE_DESK === 'on',
    slowQueryMs: SLOW_QUERY_MS,
    scanner: CLAMAV,
    channels,
    provider: provider ?? undefined,
    logLevel: LOG_LEVEL,
  }
}

/** Whether an address leads to this machine or to one in the same building (RFC 1918, 4193, 6761, 6762), and so not from the internet. */
export function isLocal(origin: string): boolean {
  const { hostname } = new URL(origin)
  return /^(localhost|.*\.(localhost|local|test)|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|\[::1\]|\[f[cd].*\])$/.test(
    hostname,
  )
}
