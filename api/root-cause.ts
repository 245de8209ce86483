import { directory } from '../db/queries/directory';
import type { Dependencies } from './dependencies';
import { fieldError } from './http/issues';
import type { FieldError } from './http/problem';
import { Problem } from './http/problem';

/** The customer, in whatever word. Both scripts: people copy from older papers. */
const CUSTOMER =
  /职业打假人|打假人|职业投诉人|客户|客戶|顾客|顧客|消费者|消費者|投诉人|投訴人|加盟商|加盟店|用户|用戶|买家|買家|会员|會員|对方|對方|本人|customers?|clients?/giu;
/** What the customer feels, wants, or is said to be like: no cause, but what came of one. */
const MOOD =
  /情绪|情緒|激动|激動|生气|生氣|愤怒|憤怒|恼火|惱火|发火|發火|发脾气|發脾氣|脾气|脾氣|火气|暴躁|急躁|焦急|着急|不满意|不滿意|不满|不滿|不高兴|不高興|不悦|不耐烦|不理解|不讲理|不講理|蛮不讲理|无理取闹|無理取鬧|无理|無理|胡搅蛮缠|难缠|難纏|难搞|挑剔|刁难|刁難|恶意|惡意|敏感|心情|失控|过高|過高|要求|期望|期待|不爽|骂人|骂街|辱骂|吵闹|大吵大闹|闹事|难伺候|难说话|爱投诉|爱计较|爱较真|斤斤计较|贪心|贪便宜|占便宜|蛮横|刁蛮|打假|索赔|敲诈|讹诈|讹人|想要|想|赔偿|赔钱|要钱|性格|脾性|个性|個性|人品|品行|素质|素質|修养|upset|angry|emotional|unreasonable|difficult|annoyed|mood/giu;
/** How the customer behaves, which is said of staff as well: 客户态度恶劣. */
const CONDUCT =
  /(?<=(?:客户|客戶|顾客|顧客|消费者|消費者|投诉人|投訴人|加盟商|用户|用戶|买家|会员|对方)的?)(?:态度|態度|语气|語氣|说话)/gu;
/** And how: 脾气不好, 性格古怪. Only beside such a word. */
const MANNER =
  /不好惹|不好说话|不好|不佳|不行|恶劣|惡劣|低下|古怪|怪异|奇怪|偏激|极端|火爆|强势|很差|太差|差|坏|暴|冲|急|硬|大|低|怪|bad|temper|rude/giu;
/** A person, by his post. */
const PERSON =
  /客服|专员|專員|主管|经理|經理|总监|總監|文员|员工|員工|职员|職員|店员|店員|店长|店長|导购|導購|销售|銷售|坐席|座席|快递小哥|快递员|快遞員|外卖小哥|小哥|配送员|骑手|司机|仓管|师傅|師傅|工程师|工程師|技术员|受理人|责任人|責任人|当事人|當事人|个人|個人|某人|同事|新人|他|她|staff|agents?|clerk|handler|employee|person|someone/giu;
/** What one says of a person when one looks no further. */
const BLAME =
  /操作失误|操作失誤|操作不当|操作不當|操作错误|失误|失誤|失职|失職|疏忽|疏漏|粗心|大意|马虎|馬虎|犯错|犯錯|出错|出錯|搞错|弄错|写错|看错|忘记|忘記|忘了|遗忘|不认真|不認真|不负责任|不负责|不負責|不尽责|不上心|不用心|不仔细|不小心|责任心|責任心|责任感|意识|意識|态度|態度|能力|水平|工作|服务|服務|缺乏|不强|不強|不足|不够|不夠|不行|不好|不佳|不当|很差|太差|差|恶劣|惡劣|冷淡|mistakes?|careless(?:ness)?|negligen(?:t|ce)|failed|error|fault|forgot/giu;
/** What holds a sentence together and says nothing by itself. */
const GLUE =
  /根本原因|直接原因|主要原因|原因|问题|問題|导致|導致|造成|引起|引发|引發|致使|产生|產生|投诉|投訴|本次|此次|这次|這次|该|該|就是|只是|全是|都是|完全|纯属|单纯|一直|总是|老是|心里|心裡|把|将|由于|由於|因为|因為|因此|所以|属于|主要|个别|非常|十分|过于|過於|比较|比較|有点|有些|太|很|较|過|过|了|的|地|得|是|在|有|和|与|及|也|都|因|为|為|其|之|于|並|并|was|is|the|an?|of|by|this|that|because|due|to|very|too|cause[sd]?|complaint|who/giu;
/** What lies with the company and not with one person: whoever names it has looked further. */
const OF_THE_COMPANY =
  /培训|培訓|训练|流程|规则|規則|制度|规定|規定|标准|標準|机制|機制|系统|系統|接口|检验|檢驗|检查|檢查|复核|復核|审核|考核|监控|監控|预警|預警|排班|人手|编制|授权|分工|协作|協作|交接|供应商|版本|设计|設計|training|process|system|rule|check|review|staffing|interface|design/iu;
/** What somebody got wrong with his hands: no root cause where it is one person's. */
const DEED =
  /发错|發錯|送错|拿错|装错|裝錯|漏发|漏發|漏装|错发|打错|填错|说错|說錯|记错|記錯|做错|放错|贴错|算错|弄丢|弄坏|摔坏|打碎/gu;
/** What it was done with, and where. */
const AROUND =
  /货物|貨物|商品|产品|产品|包裹|订单|訂單|地址|型号|东西|货|貨|单子|仓库|倉庫|仓储|门店|店里|物流|客服部|部门|部門|前台|柜台|车间/gu;
const SURNAMES =
  '王李张張刘劉陈陳杨楊赵趙吴吳徐孙孫胡朱林郭罗羅梁宋郑鄭谢謝韩韓唐冯馮董萧曹袁邓鄧傅沈彭吕卢蒋蔡贾丁魏薛潘杜戴汪姜范姚谭廖邹熊陆郝孔崔邱秦孟黎尹';
/** Somebody as colleagues call him: 老李, 小王, 王姐, 张某. */
const NICKNAME = new RegExp(
  `[老小阿][${SURNAMES}周黄何]|[${SURNAMES}周黄何](?:师傅|师父|姐|哥|工|老师|先生|女士|小姐|某某|某)`,
  'gu',
);
/** Nothing but a name. */
const BARE_NAME = new RegExp(`^[${SURNAMES}]\\p{Script=Han}{1,2}$`, 'u');
/** What is said only to rule it out: 系统没问题, 不是流程的原因. */
const RULED_OUT =
  /(?:系统|系統|流程|规则|規則|制度|规定|標準|标准|机制|培训|产品)(?:本身|都|并)?(?:没有|沒有|没|沒|无|不存在)(?:任何|什么)?(?:问题|問題|毛病|故障|缺陷)|(?:不是|与|和)(?:系统|系統|流程|规则|规定|制度|机制|培训|产品)(?:的)?(?:问题|原因|错|无关)/gu;
const MARKS = /[\s\p{P}\p{S}\d]/gu;

/** A bare name or a remnant of one is at most so long; a real cause is longer. */
const NAME = 3;

/** The same text without some words. */
const without = (text: string, ...words: RegExp[]): string =>
  words.reduce((rest, word) => rest.replace(word, ''), text);

const bare = (text: string): string => without(text, MARKS);

/** Whether a cause says nothing but what the customer felt (003 四). */
export const isMoodOnly = (text: string): boolean =>
  (text.search(MOOD) >= 0 || text.search(CONDUCT) >= 0) &&
  bare(without(text, CONDUCT, CUSTOMER, MOOD, MANNER, PERSON, GLUE)).length <= 1;

/**
 * Whether a cause says nothing but who it was, and that he did badly (003 四). `names`: of those who work here, and their ids.
 * What lies with the company, unless it is only ruled out, says more; and so does whatever else is left.
 */
export function isPersonAlone(text: string, names: readonly string[]): boolean {
  const said = text.replace(RULED_OUT, '');
  if (OF_THE_COMPANY.test(said)) return false;
  const rest = unnamed(said, names);
  if (bare(without(rest, PERSON, BLAME, GLUE)).length <= NAME) return true;
  const somebody = rest !== said || rest.search(PERSON) >= 0 || rest.search(NICKNAME) >= 0;
  return somebody && bare(without(rest, NICKNAME, PERSON, DEED, AROUND, BLAME, GLUE)).length <= 1;
}

/** Whether a direct cause is nobody's deed, but only somebody. A person's mistake is a direct cause. */
export function isNameOnly(text: string, names: readonly string[]): boolean {
  const rest = without(unnamed(text, names), NICKNAME, PERSON);
  if (rest.search(BLAME) >= 0 || rest.search(DEED) >= 0) return false;
  const left = bare(without(rest, GLUE));
  return BARE_NAME.test(left) || (rest !== text && bare(without(left, AROUND)).length <= NAME);
}

const unnamed = (text: string, names: readonly string[]): string =>
  names.reduce((rest, name) => rest.replaceAll(name, ''), text);

const ASKED_ZH =
  '根本原因：基于事实，说明规则、流程、培训、协作或系统的哪个缺口让问题发生（如「未设置快递揽收异常预警机制」）；不能只写客户的情绪，也不能只归咎于个人';
const ASKED_EN =
  'a root cause, from facts: which gap in rules, process, training, cooperation or system let it happen; neither the mood of the customer nor a person alone';
const DIRECT_ZH = '直接原因：发生了什么事实（如「合作快递揽收超时」）；不能只写客户的情绪，也不能只写人名';
const DIRECT_EN = 'a direct cause: what happened, as a fact; neither the mood of the customer nor only a name';

/** Causes rest on facts (HA-5): throws a problem that says what a cause is where one of them does not. */
export async function checkedCauses(
  { database }: Pick<Dependencies, 'database'>,
  { direct, root }: { direct: string; root: string },
  within?: string,
): Promise<void> {
  const staff = await directory(database.queries);
  // The longest first: one post's name may be the beginning of another's.
  const names = staff.flatMap(({ id, name }) => [id, name]).sort((a, b) => b.length - a.length);
  const path = within ? [within] : [];
  const errors: FieldError[] = [];
  if (isMoodOnly(direct) || isNameOnly(direct, names))
    errors.push(fieldError([...path, 'direct'], direct, DIRECT_ZH, DIRECT_EN));
  if (isMoodOnly(root) || isPersonAlone(root, names))
    errors.push(fieldError([...path, 'root'], root, ASKED_ZH, ASKED_EN));
  if (errors.length > 0) throw Problem.of('invalid_body', {}, { errors });
}
