import { loadScan } from '#lib/scan/load-scan.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => loadScan(event, { traceCode: event.params.code, serial: event.params.serial })
