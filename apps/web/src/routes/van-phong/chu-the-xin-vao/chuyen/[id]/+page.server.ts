import { loadTransfer, transferActions } from '#lib/joining/transfer-page.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => loadTransfer(event)

export const actions: Actions = transferActions(paths.transferAtDesk)
