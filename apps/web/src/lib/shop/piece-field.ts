/** The field in which one piece of a line is weighed. */
export const pieceField = (lineId: string, at: number): string => `g.${lineId}.${at}`
