/** 哪个团队、与哪件投诉有关: where a complaint belongs, and to which others. */
export const TEAM_KINDS = ['service', 'department', 'head_office'] as const;
/** 客服团队 (handles complaints of its regions and modules) · 责任部门 (is asked for its part) · 公司总部 (RO-2). */
export type TeamKind = (typeof TEAM_KINDS)[number];

export const LINK_KINDS = ['repeat', 'reopened', 'mass', 'same_customer'] as const;
/** Why two complaints belong together: the same matter again (IN-9), taken up after its archive (CO-10), many about one thing (CL-4), one customer. */
export type LinkKind = (typeof LINK_KINDS)[number];

export const CLUSTER_SUBJECTS = ['product', 'shop'] as const;
/** What a mass complaint is about (CL-4). */
export type ClusterSubject = (typeof CLUSTER_SUBJECTS)[number];

export const CLUSTER_STATES = ['open', 'decided', 'over'] as const;
/** Where a mass complaint stands: complaints join it · its decision is there · it is done with, and nothing joins it any more. */
export type ClusterState = (typeof CLUSTER_STATES)[number];
