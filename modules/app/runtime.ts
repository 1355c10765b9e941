import { numberKeys, requireAgreement } from '@dacsan/platform/agreement'
import { announceSubscribers } from '@dacsan/platform/events'
import type { Subscriber } from '@dacsan/platform/events'
import { scanUploads } from '@dacsan/platform/files'
import { openIdentityProvider } from '@dacsan/platform/identity-provider'
import type { IdentityProvider } from '@dacsan/platform/identity-provider'
import { newId } from '@dacsan/platform/ids'
import { isLocal } from '@dacsan/platform/config'
import { getRuntime, setRuntime } from '@dacsan/platform/runtime'
import { isSeeded } from '@dacsan/platform/seeded'
import { openSecret } from '@dacsan/platform/secrets'
import type { Ctx, OpenInstallation } from '../context.ts'
import type { Actor } from '../identity/index.ts'
import { rooms } from '../rooms.ts'
import { createAuth, invitationKey } from '../identity/index.ts'
import { providerReturnPath } from '../identity/rules.ts'
import { lockLeftovers } from './locked-columns.ts'
import { messageSubscribers, pushKeyName } from './messages.ts'
import { verifyLegalRules } from '../law/index.ts'
import type { Auth } from '../identity/index.ts'
import { logKey } from './sealed-facts/seal-log.ts'

export type { OpenInstallation } from '../context.ts'

/** What one process shares: the installation, and who may come in. */
export type Runtime = OpenInstallation & {
  auth: Auth
  /** By whom people may sign in beside their password; null: by nobody. */
  provider: IdentityProvider | null
}

const sessionKey = 'session'
/** The keys of an installation: every process has them all, so that every backup has. */
export const keyPurposes: readonly string[] = [sessionKey, logKey, numberKeys, invitationKey, pushKeyName]

/** Adds sign-in to an opened installation, and holds both for the pages of this process. */
export async function openRuntime(installation: OpenInstallation): Promise<Runtime> {
  const { config, db, log } = installation
  verifyLegalRules()
  await requireAgreement(db, config, { purposes: keyPurposes, log })
  await lockLeftovers(installation)
  const secret = await openSecret(config.dataDir, sessionKey)
  announceSubscribers(subscribersOf(installation))
  // What an installation is, its database remembers: no later start makes a demonstration of it, nor an earnest one of a demonstration.
  const demo = await isSeeded(db, 'demo')
  if (demo && !isLocal(config.origin))
    throw new Error(`a demonstration, whose passwords everybody knows, does not serve a public address (ORIGIN=${config.origin})`)
  const auth = createAuth({ db, secret, origin: config.origin, demo })
  const onSilence = (error: unknown) => log.error({ err: error }, 'an upload was refused: the virus scanner (CLAMAV) does not answer')
  const files = scanUploads(installation.files, { setting: config.scanner, onSilence })
  const provider =
    config.provider === undefined
      ? null
      : openIdentityProvider(config.provider, {
          redirectUri: `${config.origin}${providerReturnPath}`,
          onFault: (fault, cause) => log.warn({ fault, err: cause }, 'the identity provider (OIDC_ISSUER) proved nobody'),
        })
  return setRuntime<Runtime>({ ...installation, files, auth, provider })
}

/** Who hears of which events, room by room. */
export function subscribersOf(installation: OpenInstallation): Subscriber[] {
  return [...rooms.flatMap((room) => room.work?.(installation).subscribers ?? []), ...messageSubscribers(installation)]
}

/** The runtime of this process, or undefined before it was opened. */
export function findRuntime(): Runtime | undefined {
  return getRuntime<Runtime>()
}

/** The runtime of this process. */
export function currentRuntime(): Runtime {
  const runtime = findRuntime()
  if (!runtime) throw new Error('the runtime was not opened')
  return runtime
}

type Serving = Pick<Runtime, 'db' | 'files'> & { config: { origin: string } }

/** The context of one request or one job: this actor, at this moment. */
export function contextFor({ db, files, config }: Serving, actor: Actor, now: Date = new Date()): Ctx {
  return { db, files, actor, now, newId, origin: config.origin }
}
