import { accountColumns } from '@dacsan/modules/identity'
import { importPage } from '@dacsan/modules/identity/words'
import { csvFile } from '#lib/csv.ts'
import type { RequestHandler } from './$types'

/** The headings alone. */
export const GET: RequestHandler = () =>
  csvFile(importPage.accounts.template, [Object.values(accountColumns).map(({ heading }) => heading)])
