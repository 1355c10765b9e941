import type { Config } from './config.ts'
import type { FilePlace } from './file-place.ts'
import { folderPlace } from './folder-place.ts'
import { s3Place } from './s3-place.ts'

/** What says where files are. */
export type FilesAt = Pick<Config, 'dataDir'> & Partial<Pick<Config, 'filePlace'>>

const opened = new WeakMap<object, FilePlace>()

/** The place of the files of an installation. */
export function openFilePlace({ dataDir, filePlace }: FilesAt): FilePlace {
  if (filePlace?.kind !== 's3') return folderPlace(dataDir)
  const known = opened.get(filePlace) ?? s3Place(filePlace)
  opened.set(filePlace, known)
  return known
}
