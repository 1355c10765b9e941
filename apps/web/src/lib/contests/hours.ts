const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })

/** An hour in Việt Nam as a field of a form holds it. @example hourOfForm(new Date('2026-12-20T09:30:00Z')) // '2026-12-20T16:30' */
export const hourOfForm = (at: Date): string => clock.format(at).replace(' ', 'T')
