import { foldText } from '@dacsan/vietnam'

/** A name as it stands in an address. @example slugOf('Hội chợ Xuân', 80) // 'hoi-cho-xuan' */
export const slugOf = (text: string, longest: number): string =>
  foldText(text)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '')
