/** The colours of a tag. */
export type Tone = 'neutral' | 'water' | 'good' | 'warn' | 'bad' | 'gold'
