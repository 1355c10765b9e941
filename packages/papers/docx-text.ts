import { AlignmentType, Paragraph, Tab, TextRun } from 'docx'
import type { IParagraphOptions, IRunOptions } from 'docx'
import type { Alignment } from './document-model.ts'
import { runsOf, withoutControls } from './text.ts'
import type { Text } from './text.ts'

/** The look of a stretch of text; `size` in points. */
export type Look = { size?: number; bold?: boolean; italics?: boolean; allCaps?: boolean }

/** Word measures lengths in twentieths of a point. */
export const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)

export const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
  justify: AlignmentType.JUSTIFIED,
} as const satisfies Record<Alignment, unknown>

/** Word runs of a text, line breaks kept. */
export function wordRuns(text: Text, { size, ...look }: Look = {}): TextRun[] {
  return runsOf(text).flatMap((run) =>
    withoutControls(run.text)
      .split('\n')
      .map((line, index) => {
        const options: IRunOptions = {
          ...look,
          ...(size && { size: size * 2 }),
          ...(run.bold && { bold: true }),
          ...(run.italic && { italics: true }),
          ...(run.underline && { underline: {} }),
          text: line,
          ...(index > 0 && { break: 1 }),
        }
        return new TextRun(options)
      }),
  )
}

export function wordLine(
  text: Text,
  look: Look & { align?: Alignment; before?: number; after?: number; keepNext?: boolean } = {},
): Paragraph {
  const { align = 'center', before = 0, after = 0, keepNext, ...runLook } = look
  return wordParagraph(wordRuns(text, runLook), {
    alignment: alignments[align],
    spacing: { before: before * 20, after: after * 20 },
    ...(keepNext && { keepNext }),
  })
}

export function wordParagraph(children: readonly TextRun[], options: IParagraphOptions): Paragraph {
  return new Paragraph({ ...options, children })
}

/** Dots to write on, up to the next tab stop with a dotted leader. */
export const dots = () => new TextRun({ children: [new Tab()] })
