import type { Id } from '@dacsan/platform/ids'

export type PressInformationId = Id<'pri'>
