import type { KeptMark } from './kept-marks.ts'
import { dropMark, readMarks, writeMark } from './typed-store.ts'

const shown = $state<{ marks: KeptMark[] }>({ marks: [] })
/** The marks of score sheets of the open account that stand on this device alone. */
export const deviceMarks: Readonly<typeof shown> = shown

const isOf = (path: string, criterion: string) => (one: KeptMark) => one.path === path && one.criterion === criterion

/** Reads what earlier pages of this account left here. */
export async function readDeviceMarks(person: string): Promise<KeptMark[]> {
  shown.marks = await readMarks(person)
  return shown.marks
}

/** False where the device has no room: then the open page alone holds the mark. */
export function keepOnDevice(person: string, kept: KeptMark): Promise<boolean> {
  const same = isOf(kept.path, kept.criterion)
  shown.marks = [...shown.marks.filter((one) => !same(one)), kept]
  return writeMark(person, kept)
}

export function dropFromDevice(person: string, { path, criterion }: Pick<KeptMark, 'path' | 'criterion'>): void {
  const same = isOf(path, criterion)
  shown.marks = shown.marks.filter((one) => !same(one))
  void dropMark(person, path, criterion)
}
