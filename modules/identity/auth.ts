import { createHmac, randomInt } from 'node:crypto'
import { betterAuth } from 'better-auth'
import type { BetterAuthPlugin } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { twoFactor } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { newId } from '@dacsan/platform/ids'
import type { DB as Tables } from '../database.tables.ts'
import { province } from '../province/index.ts'
import { carriesSigned } from './cookies.ts'
import { hashPassword, longestPassword, shortestPassword, verifyPassword } from './passwords.ts'

export type AuthOptions = {
  db: Kysely<Tables>
  secret: string
  /** The public address; with https every cookie is bound to this host. */
  origin: string
  /** The demonstration, with its well-known password; outside it that password opens nothing. */
  demo: boolean
}

const prefixes: Record<string, string> = { user: 'usr', session: 'ses', account: 'acc', verification: 'vrf', twoFactor: 'tfa' }

/**
 * Sign-in by better-auth on our own tables. None of its HTTP routes are mounted: pages call `auth.api` through the functions of this module.
 */
export function createAuth({ db, secret, origin, demo }: AuthOptions) {
  const secure = origin.startsWith('https:')
  // `__Host-` binds a cookie to this very host; better-auth itself would only write `__Secure-`.
  const cookiePrefix = secure ? '__Host-dacsan' : 'dacsan'
  const engine = betterAuth({
    baseURL: origin,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db, type: 'postgres', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: 7 * 24 * 3600,
      updateAge: 24 * 3600,
      // Encrypted: it holds the name, the e-mail address and where somebody signed in, and lies in a browser that others may use.
      cookieCache: { enabled: true, maxAge: 300, strategy: 'jwe' },
    },
    account: {
      modelName: 'auth_account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    plugins: [
      signInProven,
      twoFactor({
        issuer: province().site.name,
        backupCodeOptions: { customBackupCodesGenerate: newBackupCodes },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'auth_two_factor',
            fields: {
              userId: 'user_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
    ],
    // Tries are counted per account and per address by `rate-limit.ts` of the platform, whichever process answers.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix,
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure, path: '/' },
      // Written by our own front over whatever a caller sent.
      ipAddress: { ipAddressHeaders: ['x-dacsan-address'] },
      database: { generateId: ({ model }) => newId(prefixes[model] ?? 'aut') },
    },
  })
  return {
    engine,
    demo,
    secure,
    /** Whether a `Cookie` header names a session that we once signed, for whoever must choose before the database is asked: anybody can make one up. */
    namesSession: (cookies: string | undefined): boolean => carriesSigned(cookies, `${cookiePrefix}.session_token`, secret),
    /** A text of ours that nobody else can make, for one purpose. */
    keyed: (purpose: string, text: string): string => createHmac('sha256', secret).update(`${purpose} ${text}`).digest('base64url'),
    /** A text that must be recognised and never read again. */
    digest: (text: string): string => createHmac('sha256', secret).update(text).digest('base64url').slice(0, 22),
  }
}

/**
 * Opens the session of somebody whom an identity provider proved. Under this path the second factor asks for its code, as after a password: its plugin
 * knows three paths, and those of the other two are not in use here.
 */
const signInProven = {
  id: 'sign-in-proven',
  endpoints: {
    signInProven: createAuthEndpoint(
      '/sign-in/username',
      { method: 'POST', body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
        if (!user) throw new Error('the account of a link is not there')
        const session = await ctx.context.internalAdapter.createSession(user.id, false)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ token: session.token, user })
      },
    ),
  },
} satisfies BetterAuthPlugin

// Without signs that are taken for one another on paper: 0 and o, 1, i and l.
const signs = '23456789abcdefghjkmnpqrstuvwxyz'

function newBackupCodes(): string[] {
  const five = () => Array.from({ length: 5 }, () => signs[randomInt(signs.length)]).join('')
  return Array.from({ length: 10 }, () => `${five()}-${five()}`)
}

export type Auth = ReturnType<typeof createAuth>
