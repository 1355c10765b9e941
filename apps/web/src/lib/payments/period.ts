import { readId } from '@dacsan/platform/ids'
import type { Id } from '@dacsan/platform/ids'
import { dateInVietnam, isPlainDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** The period in the address (`?tu=…&den=…`), of one buyer by agreement where it is named (`&khach=…`); what is missing or no day becomes this month up to today. */
export function readMonth(url: URL, now: Date): { from: PlainDate; to: PlainDate; buyerId?: Id<'agb'> } {
  const today = dateInVietnam(now)
  const day = (name: string, otherwise: string): PlainDate => {
    const typed = url.searchParams.get(name)
    return typed && isPlainDate(typed) ? typed : otherwise
  }
  const buyer = url.searchParams.get('khach')
  return { ...(buyer && { buyerId: readId('agb', buyer) }), from: day('tu', `${today.slice(0, 7)}-01`), to: day('den', today) }
}
