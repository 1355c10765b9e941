/** What kind of class it is by the law that pays for it: classes of the OCOP programme, and the four kinds of Thông tư 06/2022/TT-BKHĐT. */
export const classKinds = ['ocop', 'start-up', 'management', 'in-depth', 'on-site'] as const
export type ClassKind = (typeof classKinds)[number]

export type SizeLaw = { least: number; most: number }

/** Whether a class is as large as the law of its kind asks; what it must keep where it is not. */
export const sizeFits = ({ least, places }: { least: number; places: number }, law: SizeLaw): boolean =>
  least >= law.least && places >= least && places <= law.most
