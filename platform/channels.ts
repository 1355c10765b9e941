/** A way by which word leaves the house, as the environment sets it up. */
export type Channels = {
  mail?: MailSetting
  sms?: SmsSetting
  zns?: ZnsSetting
}
export type MailSetting = { url: string; from: string }
/** eSMS; `brand` is the name that the carriers registered (at most eleven letters). */
export type SmsSetting = { url: string; key: string; secret: string; brand: string }
/** Zalo Notification Service of one Official Account: by an access token as it is, or by one that is renewed. */
export type ZnsSetting = { url: string } & ({ token: string } | { renewal: ZnsRenewal })
/** What an app of Zalo needs for an access token: `refreshToken` is the first, good for once; those after it are kept by us. */
export type ZnsRenewal = { renewUrl: string; appId: string; appSecret: string; refreshToken: string }

/**
 * How handing one message to a provider ended. `taken`: it has it, which is not yet that the person has it. `refused`: never again to this address,
 * where `badAddress`. `later`: the same may be tried again. `unknown`: it may or may not have it; sending again could be twice.
 */
export type Sent =
  | { outcome: 'taken'; providerId: string | null }
  | { outcome: 'refused'; why: string; badAddress: boolean }
  | { outcome: 'later'; why: string }
  | { outcome: 'unknown'; why: string }

const address = /^(?:[^<>@\r\n]{1,80} <)?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/

/** Reads the channels from the environment; a text where something is bad, which names no value that may be a secret. */
export function readChannels(env: Record<string, string | undefined>, origin: string): Channels | string {
  const mail = readMail(env, origin)
  if (typeof mail === 'string') return mail
  const sms = allOf(env, 'ESMS_URL', 'ESMS_KEY', 'ESMS_SECRET')
  if (typeof sms === 'string') return sms
  const brand = env['ESMS_BRAND'] ?? 'DACSAN'
  if (brand.length > 11) return `ESMS_BRAND=${brand} is longer than 11 letters`
  const zns = readZns(env)
  if (typeof zns === 'string') return zns
  return {
    ...(mail && { mail }),
    ...(sms && { sms: { url: sms['ESMS_URL']!, key: sms['ESMS_KEY']!, secret: sms['ESMS_SECRET']!, brand } }),
    ...(zns && { zns }),
  }
}

const zaloRenewUrl = 'https://oauth.zaloapp.com/v4/oa/access_token'

function readZns(env: Record<string, string | undefined>): ZnsSetting | string | null {
  const names = ['ZNS_APP_ID', 'ZNS_APP_SECRET', 'ZNS_REFRESH_TOKEN'] as const
  if (names.every((name) => env[name] === undefined)) {
    const given = allOf(env, 'ZNS_URL', 'ZNS_TOKEN')
    return given === null || typeof given === 'string' ? given : { url: given['ZNS_URL']!, token: given['ZNS_TOKEN']! }
  }
  if (env['ZNS_TOKEN'] !== undefined) return 'ZNS_TOKEN is set beside ZNS_REFRESH_TOKEN: set one of them'
  const given = allOf(env, 'ZNS_URL', ...names)
  if (given === null || typeof given === 'string') return given
  const renewUrl = env['ZNS_RENEW_URL'] ?? zaloRenewUrl
  if (!/^https?:\/\/\S+$/.test(renewUrl) || !URL.canParse(renewUrl)) return 'ZNS_RENEW_URL is not a web address (https://…)'
  const [appId, appSecret, refreshToken] = names.map((name) => given[name]!) as [string, string, string]
  return { url: given['ZNS_URL']!, renewal: { renewUrl, appId, appSecret, refreshToken } }
}

function readMail({ SMTP_URL: url, MAIL_FROM: from }: Record<string, string | undefined>, origin: string): MailSetting | string | null {
  if (url === undefined) return from === undefined ? null : 'MAIL_FROM is set without SMTP_URL'
  // It may hold a password.
  if (!/^smtps?:\/\/\S+$/.test(url) || !URL.canParse(url)) return 'SMTP_URL is not smtp://host:port (or smtps://…)'
  if (from !== undefined && !address.test(from)) return `MAIL_FROM=${from} is not an address (name@host or Name <name@host>)`
  return { url, from: from ?? `khong-tra-loi@${new URL(origin).hostname}` }
}

/** All of these, or none; addresses lose the slash at their end. */
function allOf(env: Record<string, string | undefined>, ...names: readonly string[]): Record<string, string> | string | null {
  const given = names.filter((name) => env[name] !== undefined)
  if (given.length === 0) return null
  const missing = names.filter((name) => env[name] === undefined)
  if (missing.length > 0) return `${missing.join(', ')} is missing beside ${given.join(', ')}`
  const [place = ''] = names
  if (!/^https?:\/\/\S+$/.test(env[place]!) || !URL.canParse(env[place]!)) return `${place} is not a web address (https://…)`
  return Object.fromEntries(names.map((name) => [name, name === place ? env[name]!.replace(/\/+$/, '') : env[name]!]))
}
