import type { Department } from '../domain/words';
import type { teams } from './schema';

type Row = typeof teams.$inferInsert;

/** What each department is called, and asked for (000 四(二)3, 001 三(三), 003 步驟三, 004 三(二)1). */
const DEPARTMENTS: Record<Department, [name: string, duties: string]> = {
  product: ['产品部', '产品质量与缺陷的核实，给出修复或改进方案'],
  logistics: ['物流部', '物流配送与运输问题的查询、补发、索赔'],
  technical: ['技术部', '系统故障的排查与修复，提供日志'],
  after_sales: ['售后部', '退换货、维修的核实与执行'],
  warehouse: ['仓储部', '库存、发货数量与包装的核对'],
  finance: ['财务部', '退款、补偿、减免费用的办理'],
  product_operation: ['产品运营部', '价格、活动、政策与规则的解释和调整'],
  merchant_management: ['商家管理部', '督促商家说明情况、履行义务，对商家作出处理'],
  service_quality: ['客服质控部', '服务态度与服务过程的核查，培训与考核'],
};

/**
 * The teams that every installation begins with: the lead team, the head office, and the departments that the documents name.
 * The company's own regional teams are added by its administrator.
 */
export const DEFAULT_TEAMS: Row[] = [
  {
    id: 'service',
    name: '综合服务部',
    kind: 'service',
    lead: true,
    duties: '投诉处理的牵头部门：受理、登记、分派、跟进，不属于任何片区的投诉由其负责',
  },
  { id: 'head_office', name: '公司总部', kind: 'head_office', duties: '服务经理、总监、行政中心与归档' },
  ...Object.entries(DEPARTMENTS).map(([id, [name, duties]]): Row => ({ id, name, kind: 'department', duties })),
];
