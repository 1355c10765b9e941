const clock = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Ho_Chi_Minh' })

/** A session as a line of the form has it. @example scheduleLine({ topic: 'Bao bì', … }) // '2026-12-10 08:00-11:30; Bao bì' */
export const scheduleLine = ({ topic, beginsAt, endsAt }: { topic: string; beginsAt: Date; endsAt: Date }): string =>
  `${clock.format(beginsAt)}-${clock.format(endsAt).slice(11)}; ${topic}`
