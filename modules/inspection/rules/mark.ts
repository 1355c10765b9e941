/** What a certificate was worth on the day on which labels were printed. */
export type MarkState = 'valid' | 'undated' | 'none'
