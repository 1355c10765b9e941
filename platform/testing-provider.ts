import { createPrivateKey, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Provider from 'oidc-provider'
import type { ProviderSetting } from './identity-provider-setting.ts'

type Claims = Record<string, unknown>
/** What it does wrong from now on. `claims`: says something else in what it signs; `key`: signs with another key; `answer`: fails with this status. */
type Behaviour = { claims?: (claims: Claims) => Claims; key?: KeyObject; answer?: number }

export type TestProvider = {
  setting: ProviderSetting
  behave: Behaviour
  /** Does what a browser does there, as this subject; null: the person says no. Answers with the address to which it is led back. */
  visit(asked: URL, subject: string | null): Promise<URL>
  /** Ends it; what it knows is lost. */
  stop(): Promise<void>
  /** Starts it again at the same address, with a new key. */
  start(): Promise<void>
}

const clientId = 'dacsan'
const clientSecret = 'a secret of the tests between two of them'
const newKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'RS256', use: 'sig' }
}

/** A real provider of OpenID Connect on this machine, which asks whoever comes for a name and no password. */
export async function testIdentityProvider(redirectUri: string): Promise<TestProvider> {
  const behave: Behaviour = {}
  let [port, server]: [number, Server | null] = [0, null]

  const start = async () => {
    const key = newKey()
    let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => response.writeHead(503).end()
    const opened = createServer((request, response) => answer(request, response))
    await new Promise<void>((done) => opened.listen(port, '127.0.0.1', done))
    port = (opened.address() as AddressInfo).port
    answer = answering(providerAt(`http://127.0.0.1:${port}`, { redirectUri, key, behave }), behave)
    server = opened
  }
  await start()
  return {
    setting: { issuer: `http://127.0.0.1:${port}`, clientId, clientSecret, name: 'VNeID' },
    behave,
    visit,
    start,
    async stop() {
      server?.closeAllConnections()
      await new Promise((done) => (server ? server.close(done) : done(null)))
    },
  }
}

type Made = { redirectUri: string; key: ReturnType<typeof newKey>; behave: Behaviour }

function providerAt(issuer: string, { redirectUri, key, behave }: Made): Provider {
  const hour = 3_600
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [key] },
    cookies: { keys: [randomUUID()] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
    pkce: { required: () => true },
    ttl: { AccessToken: hour, AuthorizationCode: 60, Grant: hour, IdToken: hour, Interaction: hour, Session: hour },
    async loadExistingGrant({ oidc }: { oidc: { client: { clientId: string }; session: { accountId: string }; provider: GrantMaker } }) {
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  provider.use(async (ctx, next) => {
    await next()
    const tokens = ctx.body as { id_token?: string } | undefined
    if (ctx.path !== '/token' || !tokens?.id_token || !(behave.claims || behave.key)) return
    const claims = JSON.parse(Buffer.from(tokens.id_token.split('.')[1]!, 'base64url').toString()) as Claims
    const own = createPrivateKey({ key, format: 'jwk' })
    tokens.id_token = signed(behave.claims?.(claims) ?? claims, behave.key ?? own, key.kid)
  })
  return provider
}

type GrantMaker = {
  Grant: new (of: { clientId: string; accountId: string }) => { addOIDCScope(scope: string): void; save(): Promise<string> }
}

function signed(claims: Claims, key: KeyObject, kid: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const content = `${part({ alg: 'RS256', kid })}.${part(claims)}`
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`
}

const asking = `<!doctype html><html lang="en"><title>Test provider</title><h1>Test provider</h1>
<form method="post"><label>Subject <input name="subject"></label>
<button>Agree</button> <button name="no" value="1">Refuse</button></form></html>`

function answering(provider: Provider, behave: Behaviour) {
  const speak = provider.callback()
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (behave.answer !== undefined) return void response.writeHead(behave.answer, { 'content-type': 'text/html' }).end('<h1>503</h1>')
    if (!request.url?.startsWith('/interaction/')) return speak(request, response)
    if (request.method === 'GET') return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(asking)
    void text(request).then((sent) => {
      const form = new URLSearchParams(sent)
      const result = form.has('no') ? { error: 'access_denied' } : { login: { accountId: form.get('subject') ?? '' } }
      return provider.interactionFinished(request, response, result)
    })
  }
}

async function visit(asked: URL, subject: string | null): Promise<URL> {
  const cookies = new Map<string, string>()
  const form = new URLSearchParams(subject === null ? { no: '1' } : { subject })
  let [at, body]: [URL, URLSearchParams | null] = [asked, null]
  for (let steps = 0; steps < 10; steps++) {
    if (at.origin !== asked.origin) return at
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer: Response = await fetch(at, {
      method: body ? 'POST' : 'GET',
      headers: { cookie },
      redirect: 'manual',
      ...(body && { body }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      cookies.set(name!, value!)
    }
    const next: string | null = answer.headers.get('location')
    body = next === null && body === null && answer.status === 200 ? form : null
    if (next === null && body === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
    await answer.arrayBuffer()
    if (next !== null) at = new URL(next, at)
  }
  throw new Error('the provider leads in a circle')
}
