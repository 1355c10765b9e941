import { noteOpening } from '@dacsan/modules/dossiers/words'

/** A note of the decision without the word that its title already says. @example noteText('Ghi chú: Bị loại nếu hỏng') // 'Bị loại nếu hỏng' */
export const noteText = (text: string): string => text.replace(noteOpening, '')
