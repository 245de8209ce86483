import type { OfficialYear } from './official-year';

/** 2026 年放假调休安排: 248 working days. */
export const CHINA_2026: OfficialYear = {
  year: 2026,
  paper: {
    title: '国务院办公厅关于2026年部分节假日安排的通知',
    url: 'https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
  },
  holidays: [
    { name: '元旦', off: ['2026-01-01', '2026-01-03'], makeUp: ['2026-01-04'] },
    { name: '春节', off: ['2026-02-15', '2026-02-23'], makeUp: ['2026-02-14', '2026-02-28'] },
    { name: '清明节', off: ['2026-04-04', '2026-04-06'], makeUp: [] },
    { name: '劳动节', off: ['2026-05-01', '2026-05-05'], makeUp: ['2026-05-09'] },
    { name: '端午节', off: ['2026-06-19', '2026-06-21'], makeUp: [] },
    { name: '中秋节', off: ['2026-09-25', '2026-09-27'], makeUp: [] },
    { name: '国庆节', off: ['2026-10-01', '2026-10-07'], makeUp: ['2026-09-20', '2026-10-10'] },
  ],
};
