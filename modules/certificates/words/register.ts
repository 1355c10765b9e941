export const registerFileMissing = 'Hãy chọn tệp sổ đăng ký.'
export const registerFaults = (faults: number): string => `Chưa nhập dòng nào: tệp có ${faults} chỗ cần sửa.`
