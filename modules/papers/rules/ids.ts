import type { Id } from '@dacsan/platform/ids'

export type PaperId = Id<'pap'>
