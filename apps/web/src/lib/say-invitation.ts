import { formatMoment } from '@dacsan/vietnam'
import type { Invitation } from '@dacsan/modules/identity'
import { accountNotices, accountPage } from '@dacsan/modules/identity/words'
import { paths } from '#lib/paths.ts'

/** An invitation as it is shown once: its whole address, and how long it is good for. */
export function sayInvitation({ secret, until }: Invitation, origin: string): { secret: string; address: string; about: string } {
  return { secret, address: `${origin}${paths.invitation(secret)}`, about: accountPage.shownOnce(formatMoment(until)) }
}

type Told = { kind: 'access-renewed' | 'second-factor-removed'; byName: string; at: Date }

/** What an administrator did to somebody's way in, in a sentence. */
export const sayNotice = ({ kind, byName, at }: Told): string => accountNotices[kind](byName, formatMoment(at))
