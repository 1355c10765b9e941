import type { Id } from '@dacsan/platform/ids'

export type MarkId = Id<'mrk'>
export type MarkPaperId = Id<'mpa'>
export type MarkUseId = Id<'mus'>
export type MisuseId = Id<'mis'>
