import { formatDate } from '@dacsan/vietnam'

export const numberWords = (value: number) => value.toLocaleString('vi-VN')

export const shortDay = (day: string) => formatDate(day)
