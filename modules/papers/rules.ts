export type { PaperLink } from './rules/paper-link.ts'
export { fileFormats } from './rules/formats.ts'
export type { FileFormat, PaperFormat } from './rules/formats.ts'
