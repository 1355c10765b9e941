import type { PhotoUploadRefusal, UploadRefusal } from '@dacsan/platform/files'

/** The codes with which an upload is refused, for tables of acts: photos alone. */
export const photoUploadRefusals = [
  'file-empty',
  'file-too-large',
  'file-type-refused',
  'image-broken',
  'image-too-many-pixels',
  'file-infected',
  'scanner-silent',
] as const satisfies readonly PhotoUploadRefusal['code'][]

/** The same for photos and papers: every code of `UploadRefusal`, which the types of the commands' refusals check. */
export const uploadRefusals = [
  ...photoUploadRefusals,
  'pdf-refused',
  'office-macros',
  'office-unpacks-too-large',
  'office-broken',
] as const satisfies readonly UploadRefusal['code'][]
