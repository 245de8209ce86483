import type { OfficialYear } from './official-year';

/** 2025 年放假调休安排: 248 working days. */
export const CHINA_2025: OfficialYear = {
  year: 2025,
  paper: {
    title: '国务院办公厅关于2025年部分节假日安排的通知',
    url: 'https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm',
  },
  holidays: [
    { name: '元旦', off: ['2025-01-01', '2025-01-01'], makeUp: [] },
    { name: '春节', off: ['2025-01-28', '2025-02-04'], makeUp: ['2025-01-26', '2025-02-08'] },
    { name: '清明节', off: ['2025-04-04', '2025-04-06'], makeUp: [] },
    { name: '劳动节', off: ['2025-05-01', '2025-05-05'], makeUp: ['2025-04-27'] },
    { name: '端午节', off: ['2025-05-31', '2025-06-02'], makeUp: [] },
    { name: '国庆节、中秋节', off: ['2025-10-01', '2025-10-08'], makeUp: ['2025-09-28', '2025-10-11'] },
  ],
};
