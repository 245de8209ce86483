import type { OfficialYear } from './official-year';

/** 2024 年放假调休安排: 251 working days. */
export const CHINA_2024: OfficialYear = {
  year: 2024,
  paper: {
    title: '国务院办公厅关于2024年部分节假日安排的通知',
    url: 'https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm',
  },
  holidays: [
    { name: '元旦', off: ['2024-01-01', '2024-01-01'], makeUp: [] },
    { name: '春节', off: ['2024-02-10', '2024-02-17'], makeUp: ['2024-02-04', '2024-02-18'] },
    { name: '清明节', off: ['2024-04-04', '2024-04-06'], makeUp: ['2024-04-07'] },
    { name: '劳动节', off: ['2024-05-01', '2024-05-05'], makeUp: ['2024-04-28', '2024-05-11'] },
    { name: '端午节', off: ['2024-06-10', '2024-06-10'], makeUp: [] },
    { name: '中秋节', off: ['2024-09-15', '2024-09-17'], makeUp: ['2024-09-14'] },
    { name: '国庆节', off: ['2024-10-01', '2024-10-07'], makeUp: ['2024-09-29', '2024-10-12'] },
  ],
};
