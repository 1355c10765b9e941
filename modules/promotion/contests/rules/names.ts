import { foldText } from '@dacsan/vietnam'

/** More photos of one entry nobody looks at. */
export const mostEntryPhotos = 5
/** What the points of all criteria are together. */
export const wholePoints = 100

/** Whether a contest of a fair bears its name, however it is written. */
export const bearsName = (contest: string, fair: string): boolean => foldText(contest).includes(foldText(fair).trim())
