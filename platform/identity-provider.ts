import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import * as client from 'openid-client'
import { isLoopback } from './identity-provider-setting.ts'
import type { ProviderSetting } from './identity-provider-setting.ts'

/**
 * Why a provider proved nobody. `denied`: the person said no there. `silent`: it does not answer, or answers with an error of its own. `clock`: what
 * it signed has expired or is not valid yet. `unsound`: its answer is not one to this question.
 */
export type ProviderFault = { code: 'denied' | 'silent' | 'clock' | 'unsound' }

/** What an answer must fit: it is known to the browser that asked, and to nobody else. */
export type ProviderChecks = { state: string; nonce: string; verifier: string }

/** Who somebody is to a provider: the subject means something beside the issuer alone. */
export type ProvenSubject = { issuer: string; subject: string }

export type IdentityProvider = {
  name: string
  /** As it is set up here; the provider may write its own name with another slash. */
  issuer: string
  /** Where the browser is led to be asked who it is. */
  begin(checks: ProviderChecks): Promise<Outcome<URL, ProviderFault>>
  /** Judges the address with which the browser came back. A code is good once. */
  finish(answer: URL, checks: ProviderChecks): Promise<Outcome<ProvenSubject, ProviderFault>>
}

/** In seconds. Somebody waits before a page meanwhile. */
const patience = 5
/** In seconds: by how much two clocks that are set may differ. */
const clockDifference = 30
/** How long what a provider says about itself is believed, by those who come back from it (milliseconds). */
const believedFor = 600_000

/**
 * Speaks OpenID Connect with a provider: authorization code, PKCE (S256), state and nonce; the ID token is judged by issuer, audience, time and
 * signature. Nothing is asked of the provider before somebody wants to sign in by it.
 */
export function openIdentityProvider(
  setting: ProviderSetting,
  { redirectUri, onFault }: { redirectUri: string; onFault: (fault: ProviderFault['code'], cause: object) => void },
): IdentityProvider {
  const { issuer, clientId, clientSecret, name } = setting
  const insecure = new URL(issuer).protocol === 'http:' && isLoopback(new URL(issuer).hostname)
  const execute = [client.enableNonRepudiationChecks, ...(insecure ? [client.allowInsecureRequests] : [])]
  let known: { server: client.ServerMetadata; until: number } | null = null
  let asking: Promise<client.ServerMetadata> | null = null

  /** Asks the provider about itself: once for all who come at the same moment. */
  function discover(): Promise<client.ServerMetadata> {
    asking ??= client
      .discovery(new URL(issuer), clientId, undefined, client.None(), { execute, timeout: patience })
      .then((found) => {
        const server = found.serverMetadata()
        known = { server, until: Date.now() + believedFor }
        return server
      })
      .finally(() => (asking = null))
    return asking
  }

  /** With keys of its own: a provider may change its keys at any time, and those of before would refuse whoever comes next. */
  function configurationOf(found: client.ServerMetadata): client.Configuration {
    const server = { ...found }
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const proof = ways.includes('client_secret_basic') ? client.ClientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret)
    const one = new client.Configuration(server, clientId, { [client.clockTolerance]: clockDifference }, proof)
    one.timeout = patience
    for (const extend of execute) extend(one)
    return one
  }

  async function judged<T>(ask: () => Promise<T>): Promise<Outcome<T, ProviderFault>> {
    try {
      return done(await ask())
    } catch (error) {
      const code = faultOf(error)
      if (code === null) throw error
      if (code !== 'denied') onFault(code, causeOf(error))
      return refuse(code)
    }
  }

  return {
    name,
    issuer,
    begin: ({ state, nonce, verifier }) =>
      judged(async () =>
        // Asked each time: a browser that is led to a provider that is down finds no way back.
        client.buildAuthorizationUrl(configurationOf(await discover()), {
          redirect_uri: redirectUri,
          // Nothing but who it is: no name, no address, no number of an identity card.
          scope: 'openid',
          response_type: 'code',
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }),
      ),
    finish: (answer, { state, nonce, verifier }) =>
      judged(async () => {
        const here = new URL(redirectUri)
        here.search = answer.search
        const server = known && Date.now() < known.until ? known.server : await discover()
        const tokens = await client.authorizationCodeGrant(configurationOf(server), here, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        })
        const claims = tokens.claims()
        if (!claims) throw new client.ClientError('no ID token came')
        return { issuer: claims.iss, subject: claims.sub }
      }),
  }
}

const codesOf = (error: Error): unknown => ('code' in error ? error.code : undefined)

/** Null: a fault of ours. */
function faultOf(error: unknown): ProviderFault['code'] | null {
  if (!(error instanceof Error)) return null
  if (error instanceof client.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'denied' : temporary.has(error.error) ? 'silent' : 'unsound'
  if (error instanceof client.ResponseBodyError) return error.status >= 500 ? 'silent' : 'unsound'
  if (error instanceof client.WWWAuthenticateChallengeError) return 'unsound'
  // What `fetch` throws where nobody answers; every other TypeError is a fault of ours.
  if (error instanceof TypeError) return error.message === 'fetch failed' || error.message === 'terminated' ? 'silent' : null
  if (!(error instanceof client.ClientError)) return null
  if (codesOf(error) === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'clock'
  if (unanswered.has(String(codesOf(error)))) return 'silent'
  return 'unsound'
}

const temporary = new Set(['server_error', 'temporarily_unavailable'])
const unanswered = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
])

/** For the log: why, without what the provider sent, which says who somebody is. */
function causeOf(error: unknown): object {
  const { message, cause } = error as Error
  const from = cause instanceof Error ? { from: cause.message, fromCode: codesOf(cause) } : {}
  const said = error instanceof client.ResponseBodyError || error instanceof client.AuthorizationResponseError ? { said: error.error } : {}
  return { message, code: codesOf(error as Error), ...said, ...from }
}
