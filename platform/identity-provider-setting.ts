/** An identity provider that people may sign in by (OpenID Connect), as the environment sets it up. */
export type ProviderSetting = {
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button calls it, `VNeID`. */
  name: string
}

const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME'] as const

/** All four settings or none; a text where something is bad, which names no secret. */
export function readProviderSetting(env: Readonly<Record<string, string | undefined>>): ProviderSetting | string | null {
  const missing = names.filter((name) => env[name] === undefined)
  if (missing.length === names.length) return null
  if (missing.length > 0) return `${missing.join(', ')} is missing beside ${names.filter((name) => env[name] !== undefined).join(', ')}`
  const [issuer, clientId, clientSecret, name] = names.map((one) => env[one]!) as [string, string, string, string]
  const address = URL.parse(issuer)
  if (!address || address.search || address.hash || address.username || address.password)
    return 'OIDC_ISSUER is not the address of an issuer (https://…, without ? and #)'
  if (address.protocol !== 'https:' && !(address.protocol === 'http:' && isLoopback(address.hostname)))
    return `OIDC_ISSUER=${issuer} is not https; http is for a provider on this machine alone`
  if (name.trim().length > 40) return `OIDC_NAME=${name} is longer than 40 letters`
  return { issuer, clientId, clientSecret, name: name.trim() }
}

/** Whether a host is this very machine (RFC 8252, 8.3). */
export const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
