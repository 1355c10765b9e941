export const integrityCheckNames = { 'legal-values': 'Giá trị pháp luật nằm trong giới hạn' } as const
