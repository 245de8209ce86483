import type { Role } from '../domain/words';
import { rolesZh } from './refusals/parts';
import { wordsEn } from './words-en';

/** What went wrong, for people: a name for the kind of problem, and a sentence about this one. */
export type Sentence = { title: string; titleEn: string; detail: string; detailEn: string };

/** What each problem of the API's own has to say besides its name. */
export type ProblemFacts = {
  malformed_json: Nothing;
  malformed_url: Nothing;
  invalid_query: Nothing;
  idempotency_key_wanted: { given: string | null };
  if_match_malformed: { given: string };
  unauthenticated: { given: 'nothing' | 'another_scheme' | 'unknown_token' };
  role_cannot_register: { roles: string };
  no_such_route: { method: string };
  no_such_complaint: { number: string };
  no_such_notice: { id: number };
  no_such_person: { id: string };
  no_such_absence: { id: string };
  not_linked: { number: string; other: string };
  no_such_cluster: { id: string };
  cluster_decided: { id: string };
  cluster_undecided: { id: string };
  cluster_over: { id: string };
  not_archived_yet: { number: string; owner: string };
  id_taken: { id: string };
  last_admin: Nothing;
  owns_open_complaints: { count: number; numbers: string[] };
  successor_unfit: { successor: string; numbers: string[] };
  still_deputy: { absent: string[] };
  still_improves: { person: string; count: number; improvements: string[] };
  deputy_unfit: { absences: { absence: number; staff: string; deputy: string }[] };
  absence_not_yours: { person: string; roles: Role[] };
  absence_clash: { person: string; absence: number; how: 'away' | 'deputy' };
  linked_already: { number: string; other: string };
  no_such_link: Nothing;
  no_such_message: { id: string };
  message_taken: { id: number; complaint: string; underWay: boolean };
  message_set_aside: { id: number; by: string };
  message_waits: { id: number };
  no_such_script: { id: string; known: string[] };
  no_such_improvement: { id: string };
  no_such_penalty: { id: string };
  no_such_team: { team: string; teams: string[] };
  no_such_policy: { name: string; names: string[] };
  no_such_batch: Nothing;
  method_not_allowed: { method: string; allowed: string[] };
  too_large: { limitKb: number };
  wrong_media_type: { given: string };
  invalid_body: Nothing;
  key_used_otherwise: Nothing;
  unexpected: Nothing;
  database_away: { retryAfterSeconds: number };
  not_known_yet: { retryAfterSeconds: number };
};

type Nothing = Record<string, never>;
/** The last part of a problem's `type`. */
export type ProblemCode = keyof ProblemFacts;

/** A sentence, in both languages. */
export const say = (title: string, titleEn: string, detail: string, detailEn: string): Sentence => ({
  title,
  titleEn,
  detail,
  detailEn,
});

const KEY_EXAMPLE = 'Idempotency-Key: 6f1c2a7e-contact-1';

/** One sentence for each problem; a new one without its sentence does not compile. */
const SENTENCES: { [C in ProblemCode]: (facts: ProblemFacts[C]) => Sentence } = {
  malformed_json: () =>
    say(
      '请求正文不是有效的 JSON',
      'The body is no valid JSON',
      '正文必须是 UTF-8 编码的 JSON 对象。',
      'The body has to be a JSON object in UTF-8.',
    ),
  malformed_url: () =>
    say(
      '网址编码有误',
      'The address is malformed',
      '网址中的 % 编码无法解读；请按 UTF-8 编码后重试。',
      'A percent encoding in the address cannot be read; encode it as UTF-8.',
    ),
  invalid_query: () =>
    say(
      '查询参数不符合要求',
      'A query parameter is not allowed',
      '查询参数中有不允许的内容，逐项见 errors。',
      'Some query parameters are not allowed; see errors, one by one.',
    ),
  idempotency_key_wanted: ({ given }) =>
    given === null
      ? say(
          '缺少 Idempotency-Key',
          'Idempotency-Key is missing',
          `每次写入都要带请求头 Idempotency-Key（1 至 200 个可见 ASCII 字符；重试时用同一个），例如 ${KEY_EXAMPLE}。`,
          `Every call that changes something needs the header Idempotency-Key (1 to 200 printable ASCII characters; the same one when repeated), for instance ${KEY_EXAMPLE}.`,
        )
      : say(
          'Idempotency-Key 不符合要求',
          'Idempotency-Key is not allowed',
          `请求头 Idempotency-Key 应为 1 至 200 个可见 ASCII 字符，收到 ${given.length} 个字符，例如 ${KEY_EXAMPLE}。`,
          `The header Idempotency-Key has to be 1 to 200 printable ASCII characters; ${given.length} were given. For instance ${KEY_EXAMPLE}.`,
        ),
  if_match_malformed: ({ given }) =>
    say(
      'If-Match 不符合要求',
      'If-Match is not allowed',
      `If-Match 应为查看投诉时得到的 ETag，例如 If-Match: "12"；收到 ${given}。`,
      `If-Match has to be the ETag that came with the complaint, for instance If-Match: "12"; given: ${given}.`,
    ),
  unauthenticated: ({ given }) => UNAUTHENTICATED[given],
  role_cannot_register: ({ roles }) =>
    say(
      '此岗位不能登记投诉',
      'This post does not register complaints',
      `谁登记谁先负责，直到有受理人接手；系统管理员只管系统，不登记投诉。你的岗位：${roles}。`,
      'Who registers a complaint answers for it until a handler has taken over; an administrator runs the system and handles nothing.',
    ),
  no_such_route: ({ method }) =>
    say(
      '没有这个接口',
      'There is no such route',
      `没有与该网址对应的 ${method} 接口；全部接口见 /docs。`,
      `No route answers ${method} at this address; /docs lists all of them.`,
    ),
  no_such_complaint: ({ number }) =>
    say(
      '没有这件投诉',
      'There is no such complaint',
      `没有编号为 ${number} 的投诉；编号形如 20261122-001。`,
      `There is no complaint ${number}; a number looks like 20261122-001.`,
    ),
  no_such_link: () =>
    say(
      '链接无效',
      'The link opens nothing',
      '链接不存在或已过期；请核对短信或邮件中的完整链接，或致电客服。',
      'There is no such link, or it has expired: check that it is complete, or call the service desk.',
    ),
  no_such_notice: ({ id }) =>
    say(
      '没有这条通知',
      'There is no such notice',
      `你的收件箱中没有编号为 ${id} 的通知。`,
      `Your inbox has no notice ${id}.`,
    ),
  no_such_person: ({ id }) =>
    say(
      '没有这名员工',
      'There is no such member of staff',
      `没有编号为 ${id} 的员工；全部员工见 GET /staff。`,
      `There is no member of staff ${id}; GET /staff lists all of them.`,
    ),
  no_such_absence: ({ id }) =>
    say(
      '没有这条缺勤',
      'There is no such absence',
      `该员工没有编号为 ${id} 的缺勤记录。`,
      `This member of staff has no absence ${id}.`,
    ),
  not_linked: ({ number, other }) =>
    say(
      '没有这条关联',
      'There is no such link',
      `${number} 与 ${other} 之间没有有效的关联。`,
      `No standing link joins ${number} and ${other}.`,
    ),
  no_such_cluster: ({ id }) =>
    say(
      '没有这件集体投诉',
      'There is no such mass complaint',
      `没有编号为 ${id} 的集体投诉；编号形如 M20261122-01。`,
      `There is no mass complaint ${id}; a number looks like M20261122-01.`,
    ),
  cluster_decided: ({ id }) =>
    say(
      '已有统一方案',
      'It has been decided',
      `集体投诉 ${id} 已有统一方案，只能有一个；后来并入的用 POST /clusters/${id}/decision/applications 送达。`,
      `Mass complaint ${id} has its one decision; members that joined later get it by POST /clusters/${id}/decision/applications.`,
    ),
  cluster_undecided: ({ id }) =>
    say(
      '尚无统一方案',
      'It is not decided yet',
      `集体投诉 ${id} 还没有统一方案；总监先用 PUT /clusters/${id}/decision 决定。`,
      `Mass complaint ${id} has no decision yet; a director makes it by PUT /clusters/${id}/decision.`,
    ),
  cluster_over: ({ id }) =>
    say(
      '集体投诉已结束',
      'It is over',
      `集体投诉 ${id} 已结束；再有同类投诉达到数目，会成立新的一件。`,
      `Mass complaint ${id} is over; when there are enough of the same again, a new one is opened.`,
    ),
  not_archived_yet: ({ number, owner }) =>
    say(
      '原投诉尚未归档',
      'The complaint is still open',
      `投诉 ${number} 尚未归档，不必新建：请联系其责任人 ${owner}，在原投诉上补充记录。`,
      `Complaint ${number} is still open and needs no new one: tell its owner ${owner}, who adds to it.`,
    ),
  id_taken: ({ id }) =>
    say(
      '编号已被使用',
      'The id is taken',
      `编号 ${id} 已有人使用，离职员工的编号也不再用；请换一个。`,
      `The id ${id} belongs to somebody, or did; take another one.`,
    ),
  last_admin: () =>
    say(
      '至少保留一名系统管理员',
      'One administrator has to stay',
      '这是最后一名在职的系统管理员；请先任命另一名。',
      'This is the last active administrator of the system; appoint another one first.',
    ),
  owns_open_complaints: ({ count, numbers }) =>
    say(
      '名下还有未结投诉',
      'Open complaints wait for him',
      `名下或待其办理的未结投诉共 ${count} 件：${numbers.join('、')}${count > numbers.length ? ' 等' : ''}；请在 successor 中指定接替人。`,
      `${count} open complaints wait for him (${numbers.join(', ')}${count > numbers.length ? ', …' : ''}); name a successor.`,
    ),
  successor_unfit: ({ successor, numbers }) =>
    say(
      '接替人不合适',
      'The successor does not fit',
      `${successor} 不能接手这些投诉：${numbers.join('、')}；逐件原因见 unfit。请另指定接替人，或先把这些投诉转出。`,
      `${successor} cannot take over ${numbers.join(', ')}; see unfit for why. Name somebody else, or hand these over first.`,
    ),
  still_deputy: ({ absent }) =>
    say(
      '正为他人代班',
      'He stands in for somebody',
      `其正为或将为 ${absent.join('、')} 代班；请先取消该缺勤登记并另定代班人。`,
      `He stands in for ${absent.join(', ')}; cancel that absence and name another deputy first.`,
    ),
  still_improves: ({ person, count, improvements }) =>
    say(
      '还有未关闭的改进措施由其负责',
      'He is responsible for open improvements',
      `${person} 仍是 ${count} 项未关闭改进措施的责任人：${improvements.join('、')}${count > improvements.length ? ' 等' : ''}；请先逐项改派给部门内的他人（PUT /improvements/{id}/person），或由服务经理取消。`,
      `${person} is responsible for ${count} open improvements (${improvements.join(', ')}${count > improvements.length ? ', …' : ''}); hand each to another of its department first (PUT /improvements/{id}/person), or have a manager cancel it.`,
    ),
  deputy_unfit: ({ absences }) =>
    say(
      '代班人不再合适',
      'The deputy would not fit any more',
      `更改后，下列缺勤的代班人不再是同团队的同级或上级：${absences.map(({ absence, staff, deputy }) => `第 ${absence} 号（${staff} 由 ${deputy} 代班）`).join('、')}；请先取消该缺勤登记并另定代班人。`,
      `After the change the deputy would be no colleague or superior of the team: ${absences.map(({ absence, staff, deputy }) => `absence ${absence} (${deputy} for ${staff})`).join(', ')}; cancel that absence and name another deputy first.`,
    ),
  absence_not_yours: ({ person, roles }) =>
    say(
      '须由本人或其上级办理',
      'It is for himself or whoever stands above him',
      `${person} 的缺勤只由这些人登记和取消：本人、${rolesZh(roles, '、')}。`,
      `An absence of ${person} is recorded and called off by himself or by one of these: ${wordsEn(roles)}.`,
    ),
  absence_clash: ({ person, absence, how }) =>
    say(
      '与另一条缺勤冲突',
      'It clashes with another absence',
      how === 'away'
        ? `${person} 在此期间已登记缺勤（第 ${absence} 号）；代班不能再转给他人，同一期间也只有一名代班人。`
        : `${person} 在此期间须为他人代班（第 ${absence} 号缺勤）；请先为该缺勤另定代班人。`,
      how === 'away'
        ? `${person} is away in that time (absence ${absence}): a deputy is there himself, and there is one at a time.`
        : `${person} stands in for somebody in that time (absence ${absence}); name another deputy there first.`,
    ),
  linked_already: ({ number, other }) =>
    say(
      '已有同样的关联',
      'They are linked already',
      `${number} 与 ${other} 之间已有同一种关联。`,
      `A link of this kind joins ${number} and ${other} already.`,
    ),
  no_such_message: ({ id }) =>
    say(
      '没有这条来信',
      'There is no such message',
      `你的团队没有编号为 ${id} 的来信，见 GET /messages。`,
      `Your team has no message ${id}; see GET /messages.`,
    ),
  message_taken: ({ id, complaint, underWay }) =>
    say(
      '来信已有归属',
      'The message belongs to a complaint',
      underWay
        ? `第 ${id} 号来信正在并入投诉 ${complaint}。`
        : `第 ${id} 号来信已归入投诉 ${complaint}，请在该投诉中继续办理。`,
      underWay
        ? `Message ${id} is being attached to complaint ${complaint}.`
        : `Message ${id} has become part of complaint ${complaint}; go on there.`,
    ),
  message_set_aside: ({ id, by }) =>
    say(
      '来信已注明不立案',
      'The message was set aside',
      `第 ${id} 号来信已由 ${by} 注明理由不立案；如需处理，请先恢复为待处理（PUT /messages/${id}/waiting）。`,
      `Message ${id} was set aside by ${by}; to deal with it, put it back first (PUT /messages/${id}/waiting).`,
    ),
  message_waits: ({ id }) =>
    say(
      '来信本就待处理',
      'The message waits already',
      `第 ${id} 号来信没有被搁置，无须恢复。`,
      `Message ${id} was not set aside; there is nothing to undo.`,
    ),
  no_such_script: ({ id, known }) =>
    say(
      '没有这条话术',
      'There is no such script',
      `没有编号为 ${id} 的标准话术，可选：${known.join('、')}。`,
      `There is no script ${id}; there are: ${known.join(', ')}.`,
    ),
  no_such_improvement: ({ id }) =>
    say(
      '没有这项改进措施',
      'There is no such improvement',
      `没有编号为 ${id} 的改进措施，或与你无关；编号形如 G20261122-001。`,
      `There is no improvement ${id} that concerns you; an id looks like G20261122-001.`,
    ),
  no_such_penalty: ({ id }) =>
    say(
      '没有这项负激励',
      'There is no such penalty',
      `没有编号为 ${id} 的负激励，或与你无关；编号形如 20261122-001-F1。`,
      `There is no penalty ${id} that concerns you; an id looks like 20261122-001-F1.`,
    ),
  no_such_team: ({ team, teams }) =>
    say(
      '没有这个团队',
      'There is no such team',
      `没有团队 ${team}；可选：${teams.join('、')}。`,
      `There is no team ${team}; there are: ${teams.join(', ')}.`,
    ),
  no_such_policy: ({ name, names }) =>
    say(
      '没有这套流程',
      'There is no such policy',
      `没有流程 ${name}；可选：${names.join('、')}。`,
      `There is no policy ${name}; there are: ${names.join(', ')}.`,
    ),
  no_such_batch: () =>
    say(
      '没有这次批量办理',
      'There is no such batch',
      '没有这个编号的批量办理；全部见 GET /batches。',
      'There is no batch with this id; GET /batches lists them.',
    ),
  method_not_allowed: ({ method, allowed }) =>
    say(
      '此接口不支持该方法',
      'This route does not take that method',
      `该网址不接受 ${method}，可用：${allowed.join('、')}。`,
      `This address does not take ${method}; allowed: ${allowed.join(', ')}.`,
    ),
  too_large: ({ limitKb }) =>
    say(
      '请求正文过大',
      'The body is too large',
      `正文最大 ${limitKb} KB；附件请不要放在正文里。`,
      `A body may have ${limitKb} KB; leave attachments out of it.`,
    ),
  wrong_media_type: ({ given }) =>
    say(
      '正文类型不支持',
      'The media type is not supported',
      `正文须为 application/json（UTF-8），收到 ${given}。`,
      `The body has to be application/json in UTF-8; given: ${given}.`,
    ),
  invalid_body: () =>
    say(
      '请求内容不符合要求',
      'The body is not as allowed',
      '正文中有不允许的内容，逐项见 errors。',
      'Some of the body is not allowed; see errors, one by one.',
    ),
  key_used_otherwise: () =>
    say(
      'Idempotency-Key 已用于另一内容',
      'The Idempotency-Key stands for another call',
      '这个 Idempotency-Key 已用于内容不同的请求；同一内容重试才用同一个，新的操作请换一个。',
      'This Idempotency-Key was used for a call with other contents: repeat the same call with it, or take a new key for a new one.',
    ),
  unexpected: () =>
    say(
      '系统内部错误',
      'Something unexpected happened',
      '请求没有办成，也不会留下一半；请用同一个 Idempotency-Key 重试，仍不行请把 instance 告诉系统管理员。',
      'The call did not succeed and left nothing half done. Repeat it with the same Idempotency-Key; if that fails, tell the administrator the instance.',
    ),
  database_away: ({ retryAfterSeconds }) =>
    say(
      '数据库暂时无法访问',
      'The database does not answer',
      `请在 ${retryAfterSeconds} 秒后用同一个 Idempotency-Key 重试；不会重复办理。`,
      `Repeat the call with the same Idempotency-Key in ${retryAfterSeconds} s; nothing is done twice.`,
    ),
  not_known_yet: ({ retryAfterSeconds }) =>
    say(
      '尚不知道是否已办成',
      'It is not known yet whether this was done',
      `流程引擎没有及时答复；请在 ${retryAfterSeconds} 秒后用同一个 Idempotency-Key 重试，即可知道结果，不会重复办理。`,
      `The workflow engine did not answer in time. Repeat the call with the same Idempotency-Key in ${retryAfterSeconds} s to learn the result; nothing is done twice.`,
    ),
};

const UNAUTHENTICATED = {
  nothing: say(
    '未登录',
    'Nobody is signed in',
    '请带请求头 Authorization: Bearer <令牌>。',
    'Send the header Authorization: Bearer <token>.',
  ),
  another_scheme: say(
    '登录方式不支持',
    'This way to sign in is not supported',
    '请求头 Authorization 须为 Bearer <令牌>。',
    'The header Authorization has to be Bearer <token>.',
  ),
  unknown_token: say(
    '令牌无效',
    'The token is not valid',
    '令牌不存在，或其主人已停用；请向系统管理员索取。',
    'No active member of staff has this token; ask the administrator for one.',
  ),
};

/** What a problem says to whoever called. */
export function problemSentence<C extends ProblemCode>(code: C, facts: ProblemFacts[C]): Sentence {
  return SENTENCES[code](facts);
}
