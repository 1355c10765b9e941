import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../../context.ts'
import { forgetVisitors } from './enquiry.store.ts'

/** How long after the day of a visit its telephone and note are kept: the page of the enquiry says so. */
export const daysKept = 30

export const endRoutesRetention = async (tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> => ({
  routeVisitors: await forgetVisitors(tx, addDays(dateInVietnam(now), -daysKept), now),
})
