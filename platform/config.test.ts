import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('an empty environment gives the embedded database, port 3000 and demo data', () => {
  expect(readConfig({ DATABASE_URL: '' })).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('.data'),
    databaseUrl: undefined,
    origin: 'http://localhost:3000',
    seed: 'demo',
    province: 'vinh-long',
    trustedProxies: 0,
    witnessKeys: [],
    filePlace: { kind: 'folder' },
    backupDir: undefined,
    backupKeys: [],
    accessLog: false,
    slowQueryMs: 500,
    scanner: 'auto',
    logLevel: 'info',
  })
})

test.for([
  [{ PORT: '80a' }, 'PORT=80a is not a port'],
  [{ PORT: '70000' }, 'PORT=70000 is not a port'],
  [{ SEED: 'full' }, 'SEED=full is not demo, reference or none'],
  [{ PROVINCE: '../law' }, 'PROVINCE=../law is not the name of a folder in data/provinces'],
  [{ PROVINCE: 'nowhere' }, 'PROVINCE=nowhere has no data/provinces/nowhere/province.json; there are tinh-mau, vinh-long'],
  [{ ORIGIN: 'dacsan.vn' }, 'ORIGIN=dacsan.vn is not a web address (https://…)'],
  [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL is not a PostgreSQL address (postgres://…)'],
  [{ DATABASE_OWNER_URL: 'owner:secret@x' }, 'DATABASE_OWNER_URL is not a PostgreSQL address (postgres://…)'],
  [{ DATABASE_OWNER_URL: 'postgres://owner@/dacsan' }, 'DATABASE_OWNER_URL is set without DATABASE_URL'],
  [{ FILES_URL: 'https://store/bucket' }, 'FILES_URL is not s3://bucket/prefix?endpoint=https://…&region=…'],
  [{ FILES_URL: 's3://bucket' }, 'FILES_URL needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'],
  [{ BACKUP_KEY: 'age1abc' }, 'BACKUP_KEY is not an age recipient (age1…)'],
  [{ ACCESS_LOG: 'yes' }, 'ACCESS_LOG=yes is not on or off'],
  [{ SLOW_QUERY_MS: '0.5s' }, 'SLOW_QUERY_MS=0.5s is not a number of milliseconds'],
  [{ CLAMAV: 'clamd' }, 'CLAMAV=clamd is not the socket of clamd (/run/clamav/clamd.ctl or 127.0.0.1:3310), auto or off'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud is not one of fatal, error, warn, info, debug, trace, silent'],
] as const)('a bad value of the environment is named in one line: %j', ([env, line]) => {
  expect(() => readConfig(env)).toThrow(new Error(line))
})

test('a database may be named by the folder of its socket', () => {
  const url = 'postgres://dacsan@/dacsan?host=/run/postgresql'
  expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url)
})
