/** The forms and letters drawn from a dossier, by the names of their addresses. */
export const dossierPaperKinds = ['mau-01', 'mau-02', 'mau-03', 'cong-van'] as const
export type DossierPaperKind = (typeof dossierPaperKinds)[number]
