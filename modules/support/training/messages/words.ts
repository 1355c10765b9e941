/** What people in a class are told, wherever they read. What is paid stands in the invitation in figures, nothing left out (Thông tư 60/2026/TT-BTC, Điều 4.1). */
export const placeWords = {
  invited: {
    vi: {
      subject: 'Mời dự lớp: {class}',
      text: 'Mời {name} dự lớp {class}, bắt đầu {first}, tại {venue}. Được chi mỗi ngày: tiền ăn {meal}, đi lại {travel}, nghỉ {lodging}; mục nào 0 ₫ thì học viên tự lo. {note} Mở đường dẫn để xem lịch học hoặc rút tên.',
      short: 'Moi du lop tap huan, bat dau {first}. Duoc chi gi xem o duong dan.',
    },
    en: {
      subject: 'Invitation to the class: {class}',
      text: '{name} is invited to the class {class}, beginning {first}, at {venue}. Paid for each day: meals {meal}, travel {travel}, lodging {lodging}; what stands at 0 ₫ you bear yourself. {note} Open the link for the timetable or to withdraw.',
      short: 'You are invited to a class beginning {first}. The link says what is paid.',
    },
    km: {
      subject: 'សូមអញ្ជើញចូលរៀនថ្នាក់៖ {class}',
      text: 'សូមអញ្ជើញ {name} ចូលរៀនថ្នាក់ {class} ចាប់ផ្តើម {first} នៅ {venue}។ ប្រាក់ឧបត្ថម្ភក្នុងមួយថ្ងៃ៖ អាហារ {meal} ធ្វើដំណើរ {travel} ស្នាក់នៅ {lodging}។ ចំណុចណាដែល 0 ₫ អ្នកចំណាយដោយខ្លួនឯង។ {note} សូមបើកតំណ ដើម្បីមើលកាលវិភាគ ឬដកឈ្មោះ។',
      short: 'Moi du lop tap huan, bat dau {first}. Duoc chi gi xem o duong dan.',
    },
  },
  waiting: {
    vi: {
      subject: 'Đang chờ chỗ: {class}',
      text: 'Lớp {class} đã đủ chỗ. {name} đang trong danh sách chờ; có chỗ sẽ báo ngay.',
      short: 'Lop tap huan da du cho, ban dang cho. Co cho se bao.',
    },
    en: {
      subject: 'Waiting for a place: {class}',
      text: 'The class {class} is full. {name} is in the waiting list and is told at once when a place is free.',
      short: 'The class is full. You are in the waiting list.',
    },
    km: {
      subject: 'កំពុងរង់ចាំកន្លែង៖ {class}',
      text: 'ថ្នាក់ {class} ពេញហើយ។ {name} ស្ថិតក្នុងបញ្ជីរង់ចាំ ហើយនឹងត្រូវជូនដំណឹងភ្លាមៗពេលមានកន្លែង។',
      short: 'Lop tap huan da du cho, ban dang cho. Co cho se bao.',
    },
  },
  cancelled: {
    vi: {
      subject: 'Hủy lớp: {class}',
      text: 'Lớp {class} bị hủy. Lý do ghi trên trang của lớp. Bạn không phải đến.',
      short: 'Lop tap huan bi huy, ban khong phai den. Ly do ghi tren trang.',
    },
    en: {
      subject: 'The class is cancelled: {class}',
      text: 'The class {class} is cancelled. Its page says why. You need not come.',
      short: 'The class is cancelled, you need not come. Its page says why.',
    },
    km: {
      subject: 'ថ្នាក់ត្រូវបានលុបចោល៖ {class}',
      text: 'ថ្នាក់ {class} ត្រូវបានលុបចោល។ មូលហេតុមានលើទំព័រថ្នាក់។ អ្នកមិនចាំបាច់មកទេ។',
      short: 'Lop tap huan bi huy, ban khong phai den. Ly do ghi tren trang.',
    },
  },
  tomorrow: {
    vi: {
      subject: 'Sắp học: {class}',
      text: '{name} có buổi học lớp {class} lúc {first}, tại {venue}. Nhớ mang giấy tờ tùy thân và điện thoại để điểm danh.',
      short: 'Ban co buoi tap huan luc {first}. Nho mang giay to.',
    },
    en: {
      subject: 'Soon: {class}',
      text: '{name} has a session of the class {class} at {first}, at {venue}. Bring your papers and a telephone to check in.',
      short: 'You have a session of the class at {first}. Bring your papers.',
    },
    km: {
      subject: 'ជិតដល់ម៉ោងរៀន៖ {class}',
      text: '{name} មានម៉ោងរៀនថ្នាក់ {class} នៅម៉ោង {first} នៅ {venue}។ សូមយកឯកសារ និងទូរសព្ទ ដើម្បីចុះវត្តមាន។',
      short: 'Ban co buoi tap huan luc {first}. Nho mang giay to.',
    },
  },
  applied: {
    vi: {
      subject: 'Bạn đã áp dụng được gì: {class}',
      text: '{name} đã học lớp {class}. Xin trả lời một câu: đã áp dụng được gì chưa. Mở đường dẫn để trả lời.',
      short: 'Ban da ap dung duoc gi sau lop tap huan? Tra loi o duong dan.',
    },
    en: {
      subject: 'What could you use: {class}',
      text: '{name} was in the class {class}. Please answer one question: have you used what was taught? Open the link to answer.',
      short: 'Have you used what the class taught? Answer by the link.',
    },
    km: {
      subject: 'អ្នកបានអនុវត្តអ្វីខ្លះ៖ {class}',
      text: '{name} បានរៀនថ្នាក់ {class}។ សូមឆ្លើយសំណួរមួយ៖ តើបានអនុវត្តអ្វីហើយឬនៅ។ សូមបើកតំណ ដើម្បីឆ្លើយ។',
      short: 'Ban da ap dung duoc gi sau lop tap huan? Tra loi o duong dan.',
    },
  },
} as const
