/** Every kind of file that leaves the house: what it is called on the wire, and whether it is read in place or kept to edit. */
export const fileFormats = {
  pdf: { mediaType: 'application/pdf', disposition: 'inline' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', disposition: 'attachment' },
  // A program for label printers: nothing opens it, and what is sent to a printer is sent as it is.
  zpl: { mediaType: 'application/octet-stream', disposition: 'attachment' },
  zip: { mediaType: 'application/zip', disposition: 'attachment' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', disposition: 'attachment' },
} as const satisfies Record<string, { mediaType: string; disposition: 'inline' | 'attachment' }>

export type FileFormat = keyof typeof fileFormats
/** What an official paper is set as. */
export type PaperFormat = 'pdf' | 'docx'
