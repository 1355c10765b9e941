import { deskOf } from '@dacsan/modules/desk'
import { listOwnNotices, requirePerson, worksOnOwnDevice } from '@dacsan/modules/identity'
import { accountNotices } from '@dacsan/modules/identity/words'
import { unreadCount } from '@dacsan/modules/notifications'
import { currentRuntime } from '@dacsan/modules/runtime'
import { sayNotice } from '#lib/say-invitation.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = async ({ locals, url }) => {
  const person = requirePerson(locals.actor)
  // Read again with every page: what was done on the one before waits no longer.
  void url.pathname
  const [{ desks, lines }, notices, unread] = await Promise.all([deskOf(locals.ctx), listOwnNotices(locals.ctx), unreadCount(locals.ctx)])
  return {
    // Not the name: what was typed on a shared telephone is found again by nobody else.
    person: { key: person.userId, name: person.name, organisations: [...new Set(person.memberships.map((one) => one.organisationName))] },
    desks,
    lines,
    unread,
    // A telephone in a garden has no signal; a computer that an office shares keeps nothing.
    worksOffline: worksOnOwnDevice(person) && currentRuntime().config.offlineDesk,
    notices: noticesOf(notices.filter(({ seenAt }) => seenAt === null).map(sayNotice)),
  }
}

/** With their words, which the browser of everybody else need not load. */
function noticesOf(lines: readonly string[]) {
  const { title, about, seen } = accountNotices
  return lines.length === 0 ? null : { title, about, seen, lines }
}
