import { z } from 'zod';
import { DEPARTMENTS, TASK_ANSWERS } from '../../domain/words';
import type { RefusalCode } from '../../domain/refusals';
import { actionRoute } from '../action-route';
import { personIn } from '../colleagues';
import { complaintNumber, fields, longText, numberInAddress, text } from '../schemas/basics';

const MOST_TASKS = 999;
const taskParams = fields({ number: complaintNumber(), task: numberInAddress(MOST_TASKS) });

/** What an action on a task may be refused for. */
const OF_TASKS: RefusalCode[] = ['no_such_task', 'task_closed'];
/** What is for the people of the task's department. */
const OF_DEPARTMENTS: RefusalCode[] = ['role_needed', 'other_department', ...OF_TASKS];

const wherever = {
  department: z.enum(DEPARTMENTS).describe('部门'),
  person: text(64).optional().describe('该部门的员工编号；不填即由部门安排'),
};

/** Work asked of departments, under one lead (HA-3, HA-4). */
export const departmentRoutes = [
  actionRoute({
    names: ['assign_task'],
    method: 'post',
    path: '/tasks',
    refusals: ['not_owner'],
    body: fields({
      ...wherever,
      lead: z.boolean().optional().describe('由其牵头；第一个任务的部门自动牵头'),
      text: longText().describe('请部门做什么'),
    }),
    send: async ({ department, person, lead, text: wording }, { write, call }) => ({
      name: 'assign_task',
      data: { department, person: await personIn(call.deps, department, person), lead, ref: write('text', wording) },
    }),
  }),
  actionRoute({
    names: ['pass_task'],
    method: 'post',
    path: '/tasks/{task}/passing-on',
    params: taskParams,
    refusals: ['not_owner', ...OF_TASKS],
    body: fields({ ...wherever, text: longText().describe('为什么转给该部门；时限不重新起算') }),
    send: async ({ department, person, text: wording }, { write, params, call }) => ({
      name: 'pass_task',
      data: {
        task: params.task,
        department,
        person: await personIn(call.deps, department, person),
        ref: write('text', wording),
      },
    }),
  }),
  actionRoute({
    names: ['report_progress'],
    method: 'post',
    path: '/tasks/{task}/progress',
    params: taskParams,
    refusals: OF_DEPARTMENTS,
    body: fields({ text: longText().describe('进展') }),
    send: ({ text: wording }, { write, params }) => ({
      name: 'report_progress',
      data: { task: params.task, ref: write('text', wording) },
    }),
  }),
  actionRoute({
    names: ['answer_task'],
    method: 'put',
    path: '/tasks/{task}/answer',
    params: taskParams,
    refusals: [...OF_DEPARTMENTS, 'no_preliminary'],
    body: fields({
      preliminary: z.boolean().default(false).describe('只是初步方案（重要级）：满足首个时限，此后仍须给出最终答复'),
      answer: z.enum(TASK_ANSWERS).describe('解决方法、临时办法，或订单与政策的查询结果'),
      text: longText().describe('答复内容'),
    }),
    send: ({ answer, preliminary, text: wording }, { write, params }) => ({
      name: 'answer_task',
      data: { task: params.task, answer, ref: write('text', wording), ...(preliminary ? { preliminary } : {}) },
    }),
  }),
  actionRoute({
    names: ['return_task'],
    method: 'put',
    path: '/tasks/{task}/return',
    params: taskParams,
    refusals: ['not_owner', ...OF_TASKS],
    body: fields({ text: longText().describe('还缺什么') }),
    send: ({ text: wording }, { write, params }) => ({
      name: 'return_task',
      data: { task: params.task, ref: write('text', wording) },
    }),
  }),
  actionRoute({
    names: ['cancel_task'],
    method: 'put',
    path: '/tasks/{task}/cancellation',
    params: taskParams,
    refusals: ['not_owner', ...OF_TASKS],
    body: fields({ text: longText().describe('为什么取消') }),
    send: ({ text: wording }, { write, params }) => ({
      name: 'cancel_task',
      data: { task: params.task, ref: write('text', wording) },
    }),
  }),
  actionRoute({
    names: ['appoint_lead'],
    method: 'put',
    path: '/lead',
    refusals: ['not_owner', 'no_task_for_lead'],
    body: fields(wherever),
    send: async ({ department, person }, { call }) => ({
      name: 'appoint_lead',
      data: { department, person: await personIn(call.deps, department, person) },
    }),
  }),
];
