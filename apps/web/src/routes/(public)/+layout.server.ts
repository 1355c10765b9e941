import type { LayoutServerLoad } from './$types'

/** Public pages speak all their sentences; desks carry only those of the frame. */
export const load: LayoutServerLoad = ({ locals }) => ({ m: locals.m })
