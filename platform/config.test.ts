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
    witnessUrls: [],
    webhookHosts: [],
    filePlace: { kind: 'folder' },
    backupDir: undefined,
    backupKeys: [],
    accessLog: false,
    offlineDesk: true,
    slowQueryMs: 500,
    scanner: 'auto',
    channels: {},
    logLevel: 'info',
  })
})

const provider = { OIDC_ISSUER: 'https://sso.vn', OIDC_CLIENT_ID: 'dacsan', OIDC_CLIENT_SECRET: 's', OIDC_NAME: 'SSO' }

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
  [{ MARKETPLACES_URL: 'san-khac' }, 'MARKETPLACES_URL=san-khac is not a web address (https://…)'],
  [{ CARRIERS_URL: 'hang-van-chuyen' }, 'CARRIERS_URL=hang-van-chuyen is not a web address (https://…)'],
  [{ FILES_URL: 'https://store/bucket' }, 'FILES_URL is not s3://bucket/prefix?endpoint=https://…&region=…'],
  [{ FILES_URL: 's3://bucket' }, 'FILES_URL needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'],
  [{ BACKUP_KEY: 'age1abc' }, 'BACKUP_KEY is not an age recipient (age1…)'],
  [{ ACCESS_LOG: 'yes' }, 'ACCESS_LOG=yes is not on or off'],
  [{ OFFLINE_DESK: 'no' }, 'OFFLINE_DESK=no is not on or off'],
  [{ SLOW_QUERY_MS: '0.5s' }, 'SLOW_QUERY_MS=0.5s is not a number of milliseconds'],
  [{ CLAMAV: 'clamd' }, 'CLAMAV=clamd is not the socket of clamd (/run/clamav/clamd.ctl or 127.0.0.1:3310), auto or off'],
  [{ SMTP_URL: 'mail.dacsan.vn' }, 'SMTP_URL is not smtp://host:port (or smtps://…)'],
  [{ SMTP_URL: 'smtp://mail:25', MAIL_FROM: 'nobody' }, 'MAIL_FROM=nobody is not an address (name@host or Name <name@host>)'],
  [{ MAIL_FROM: 'tin@dacsan.vn' }, 'MAIL_FROM is set without SMTP_URL'],
  [{ ESMS_URL: 'https://rest.esms.vn', ESMS_KEY: 'k' }, 'ESMS_SECRET is missing beside ESMS_URL, ESMS_KEY'],
  [{ ESMS_URL: 'rest.esms.vn', ESMS_KEY: 'k', ESMS_SECRET: 's' }, 'ESMS_URL is not a web address (https://…)'],
  [
    { ESMS_URL: 'https://rest.esms.vn', ESMS_KEY: 'k', ESMS_SECRET: 's', ESMS_BRAND: 'DACSANVINHLONG' },
    'ESMS_BRAND=DACSANVINHLONG is longer than 11 letters',
  ],
  [{ ZNS_TOKEN: 't' }, 'ZNS_URL is missing beside ZNS_TOKEN'],
  [{ ZNS_URL: 'https://z.vn', ZNS_APP_ID: '1' }, 'ZNS_APP_SECRET, ZNS_REFRESH_TOKEN is missing beside ZNS_URL, ZNS_APP_ID'],
  [{ ZNS_TOKEN: 't', ZNS_REFRESH_TOKEN: 'r' }, 'ZNS_TOKEN is set beside ZNS_REFRESH_TOKEN: set one of them'],
  [{ OIDC_ISSUER: 'https://sso.vn' }, 'OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME is missing beside OIDC_ISSUER'],
  [{ OIDC_CLIENT_SECRET: 's', OIDC_NAME: 'SSO' }, 'OIDC_ISSUER, OIDC_CLIENT_ID is missing beside OIDC_CLIENT_SECRET, OIDC_NAME'],
  [{ ...provider, OIDC_ISSUER: 'sso.vn' }, 'OIDC_ISSUER is not the address of an issuer (https://…, without ? and #)'],
  [{ ...provider, OIDC_ISSUER: 'https://a:b@sso.vn' }, 'OIDC_ISSUER is not the address of an issuer (https://…, without ? and #)'],
  [{ ...provider, OIDC_ISSUER: 'http://sso.vn' }, 'OIDC_ISSUER=http://sso.vn is not https; http is for a provider on this machine alone'],
  [{ ...provider, OIDC_NAME: 'S'.repeat(41) }, `OIDC_NAME=${'S'.repeat(41)} is longer than 40 letters`],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL=loud is not one of fatal, error, warn, info, debug, trace, silent'],
] as const)('a bad value of the environment is named in one line: %j', ([env, line]) => {
  expect(() => readConfig(env)).toThrow(new Error(line))
})

test('a database may be named by the folder of its socket', () => {
  const url = 'postgres://dacsan@/dacsan?host=/run/postgresql'
  expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url)
})

test('the ways by which word leaves are those that the environment names, and the others are off', () => {
  const env = {
    ORIGIN: 'https://ocop.vinhlong.gov.vn',
    SMTP_URL: 'smtp://mail:2525',
    ZNS_URL: 'https://business.openapi.zalo.me/',
    ZNS_TOKEN: 't',
  }
  expect(readConfig(env).channels).toEqual({
    mail: { url: 'smtp://mail:2525', from: 'khong-tra-loi@ocop.vinhlong.gov.vn' },
    zns: { url: 'https://business.openapi.zalo.me', token: 't' },
  })
})

test.for(['https://sso.travinh.gov.vn/realms/canbo', 'http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'])(
  'an identity provider at %s is taken as it is written, with its four settings',
  (issuer) => {
    expect(readConfig({ ...provider, OIDC_ISSUER: issuer }).provider).toEqual({
      issuer,
      clientId: 'dacsan',
      clientSecret: 's',
      name: 'SSO',
    })
  },
)
