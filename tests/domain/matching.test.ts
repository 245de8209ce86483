import {
  clusterSubjects,
  consequencesOf,
  differentPeople,
  isMass,
  matchingProblems,
  matterKeys,
  personKeys,
} from '../../domain/matching';
import type { Earlier, Voice } from '../../domain/matching';
import type { Channel } from '../../domain/words';
import { STANDARD } from '../../policies/standard';

const keysOf = (channel: Channel, address: string) => personKeys({ contacts: [{ channel, address }] });
const voice = (keys: string[], more: Partial<Voice> = {}): Voice => ({
  keys,
  kind: 'consumer',
  newProduct: false,
  shop: null,
  ...more,
});
const first = (given: Partial<Earlier> = {}): Earlier => ({
  number: '20260302-001',
  receivedAt: 0,
  closed: true,
  level: 1,
  team: 'east',
  owner: null,
  ownersTeam: 'east',
  ...given,
});

describe('IN-9 who is the same person', () => {
  it.each<[string, Channel, string, string]>([
    ['a mobile number', 'phone', '13800138000', 'phone:13800138000'],
    ['with country code, spaces and dashes', 'sms', '+86 138-0013-8000', 'phone:13800138000'],
    ['with the international prefix', 'phone', '008613800138000', 'phone:13800138000'],
    ['with the country code alone', 'phone', '8613800138000', 'phone:13800138000'],
    ['a number on land', 'phone', '(021) 5555-0101', 'phone:02155550101'],
    ['a number on land, as dialled from abroad', 'phone', '+86 21 5555 0101', 'phone:02155550101'],
    ['a hotline', 'phone', '400-820-0000', 'phone:4008200000'],
    ['a number abroad that looks like a mobile one', 'phone', '+1 380 013 8000', 'phone:+13800138000'],
    ['an account that is named by a phone number', 'instant_message', '138 0013 8000', 'phone:13800138000'],
    ['an e-mail address in whatever case', 'email', 'Ming@Example.com ', 'email:ming@example.com'],
    ['an account that is named by an e-mail address', 'app', 'MING@example.com', 'email:ming@example.com'],
    ['an account in whatever width', 'instant_message', 'Ｗeixin_88', 'instant_message:weixin_88'],
    ['a postal address, however it is spaced', 'letter', '上海市 某路 1号', 'letter:上海市某路1号'],
  ])('%s', (_, channel, address, key) => {
    expect(keysOf(channel, address)).toEqual([key]);
  });

  it('is not known by the place that he walked into, and is by his customer number', () => {
    expect(keysOf('walk_in', '某店')).toEqual([]);
    expect(personKeys({ contacts: [], customerNo: ' kh-007 ' })).toEqual(['customer:kh007']);
  });

  it('is not the same for one account name on two platforms', () => {
    expect(keysOf('app', 'ming')).not.toEqual(keysOf('social_media', 'ming'));
  });
});

describe('IN-9 what is the same matter', () => {
  it('does not depend on case, width or spaces', () => {
    const keys = matterKeys({ orderNo: 'dd 2026-01', productCode: 'ＡB-1', product: ' 奶茶机 ', shop: '某店' });
    expect(keys).toEqual([
      { kind: 'order', key: 'dd202601' },
      { kind: 'product_code', key: 'ab1' },
      { kind: 'product', key: '奶茶机' },
      { kind: 'shop', key: '某店' },
    ]);
    expect(matterKeys({ orderNo: 'DD2026 01', product: null })).toEqual([{ kind: 'order', key: 'dd202601' }]);
  });
});

describe('CL-4 how many different people', () => {
  it('who shares a number with somebody is the same person, also over a third one', () => {
    expect(differentPeople([voice(['a']), voice(['b']), voice(['a', 'b'])])).toBe(1);
    expect(differentPeople([voice(['a']), voice(['b']), voice(['c'])])).toBe(3);
    expect(differentPeople([voice(['a']), voice(['a'])])).toBe(1);
  });

  it('who is not known counts for nobody', () => {
    expect(differentPeople([voice([]), voice([]), voice(['a'])])).toBe(1);
  });

  const people = (count: number, more: Partial<Voice> = {}) =>
    Array.from({ length: count }, (_, i) => voice([`${more.kind ?? 'consumer'}-${i}`], more));

  it('as many as the policy says are a mass complaint, one fewer are not', () => {
    expect(isMass(STANDARD, 'product', people(4))).toBe(false);
    expect(isMass(STANDARD, 'product', people(5))).toBe(true);
    expect(isMass(STANDARD, 'product', [...people(4), ...people(4)])).toBe(false);
  });

  it('CL-3 of a new product fewer franchisees are enough, their staff among them; consumers do not count for that', () => {
    const franchisees = [...people(2, { kind: 'franchisee' }), ...people(1, { kind: 'franchisee_staff' })];
    expect(isMass(STANDARD, 'product', franchisees)).toBe(false);
    expect(isMass(STANDARD, 'product', [{ ...franchisees[0]!, newProduct: true }, ...franchisees.slice(1)])).toBe(true);
    expect(isMass(STANDARD, 'product', people(3, { newProduct: true }))).toBe(false);
  });

  it('CL-3 the threshold of new products is none of shops', () => {
    const franchisees = people(3, { kind: 'franchisee', newProduct: true });
    expect(isMass(STANDARD, 'product', franchisees)).toBe(true);
    expect(isMass(STANDARD, 'shop', franchisees)).toBe(false);
    expect(isMass(STANDARD, 'shop', people(5))).toBe(true);
  });

  it('CL-3 several of one franchised shop are one franchisee; of one shop that they complain about, consumers are not', () => {
    const staff = people(3, { kind: 'franchisee_staff', newProduct: true, shop: '某店' });
    expect(differentPeople(staff)).toBe(1);
    expect(isMass(STANDARD, 'product', staff)).toBe(false);
    const three = staff.map((one, i) => ({ ...one, shop: `第 ${i} 店` }));
    expect(isMass(STANDARD, 'product', three)).toBe(true);
    expect(differentPeople(people(3, { shop: '某店' }))).toBe(3);
  });

  it('is nothing to a policy that does not know of it', () => {
    expect(isMass({ ...STANDARD, mass: undefined }, 'product', people(50))).toBe(false);
  });

  it('is about the product by its code where it has one, and about the shop', () => {
    expect(clusterSubjects({ productCode: 'A1', product: '奶茶机', shop: '某店' })).toEqual([
      { kind: 'product', subject: 'A1' },
      { kind: 'shop', subject: '某店' },
    ]);
    expect(clusterSubjects({ orderNo: '1' })).toEqual([]);
  });
});

describe('what follows for the new complaint', () => {
  it('IN-9 a repeat complaint is of level 2, and not below the first', () => {
    expect(consequencesOf([first()], false)).toMatchObject({ marks: ['repeat'], level: 2 });
    expect(consequencesOf([first(), first({ level: 3 })], false).level).toBe(3);
    expect(consequencesOf([], false)).toEqual({ marks: [], level: 1, follows: undefined });
  });

  it('CL-4 one of many is of level 3', () => {
    expect(consequencesOf([], true)).toMatchObject({ marks: ['mass'], level: 3 });
    expect(consequencesOf([first()], true)).toMatchObject({ marks: ['repeat', 'mass'], level: 3 });
  });

  it('IN-9 the newest one that is still open gives its owner', () => {
    const open = first({ number: '20260303-001', owner: { id: 'handler-2', role: 'handler' } });
    expect(consequencesOf([first(), open], false).follows).toBe(open);
  });
});

test('a policy with impossible numbers for matching cannot be published', () => {
  expect(matchingProblems(STANDARD)).toEqual([]);
  const odd = { ...STANDARD, repeat: { days: 0 }, mass: { complainants: 1.5, days: 7 } };
  expect(matchingProblems(odd)[0]?.zh).toBe('「repeat.days」为 0；须为不小于 1 的整数。');
  expect(matchingProblems(odd).map(({ en }) => en)).toEqual([
    "'repeat.days' is 0; give a whole number from 1 on.",
    "'mass.complainants' is 1.5; give a whole number from 1 on.",
  ]);
});
