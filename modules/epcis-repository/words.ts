/** For whoever is about to merge an organisation that has captured events. */
export const eventsGoOver = 'Sự kiện truy xuất (EPCIS) đã nhận từ phần mềm của đơn vị'
