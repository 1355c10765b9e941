/** What whoever leads an organisation sees of its people. */
export const ownPeoplePage = {
  title: 'Người của đơn vị',
  about: 'Mời người, cho thôi vai trò, cấp lại quyền đăng nhập trong đơn vị mình',
  lead: 'Bạn phụ trách đơn vị này: mời người làm cùng, cho thôi vai trò khi họ chuyển việc, cấp lại đăng nhập khi họ quên mật khẩu.',
  invite: 'Mời người vào đơn vị',
  inviteSubmit: 'Mở tài khoản và cấp phiếu',
  inviteAbout: 'Xong, trang này hiện địa chỉ mời và phiếu để in. Người được mời tự đặt mật khẩu.',
  organisation: 'Đơn vị',
  again: 'Mời người khác',
  people: 'Người đang và đã làm việc',
  nobody: 'Chưa có ai khác trong đơn vị',
  endRoleOf: (role: string, name: string) => `Thôi vai trò ${role} của ${name}`,
  renew: 'Cấp phiếu mới',
  renewOf: (name: string) => `Cấp phiếu mới cho ${name}`,
  renewAbout: 'Phiếu mới làm mất hiệu lực phiếu cũ và mật khẩu đang dùng.',
  worksElsewhere: 'Người này phụ trách đơn vị hoặc còn làm ở nơi khác; người quản trị của tỉnh cấp lại đăng nhập.',
} as const
