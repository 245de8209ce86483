import { newestOf, paramsOf, rendered, SCRIPT_PARAMS, scriptOf, SCRIPTS, wordingOf } from '../../templates/scripts';

const zh = (id: string, params: Record<string, string | number> = {}, version = 1) => {
  const script = scriptOf(id)!;
  return rendered(wordingOf(script, version, 'zh')!, params);
};

describe('RE-11 the lines that the documents print stand in the scripts word for word', () => {
  test.each([
    ['greeting', { handler: '*' }, '您好,客服专员*为您服务,请问有什么可以帮您?'],
    ['repeat_back', { wish: '查询订单的物流状态' }, '您的意思是希望查询订单的物流状态,对吗?'],
    ['promise', {}, '我需要核实后尽快给您回复,预计时间内联系您'],
    ['acceptance', { channel: '[原渠道]' }, '您好,已记录您反映的问题,我们将优先处理,结果将通过[原渠道]及时告知您'],
    ['direction_logistics', {}, '已联系物流核实'],
    ['direction_technical', {}, '技术部门正在排查系统问题'],
    ['solution_resend', { days: 3 }, '已为您重新发货,预计3个工作日内送达'],
    ['care', {}, '收到货后请检查产品功能,如有问题及时联系我们'],
    ['apology', {}, '对于此次给您带来的不便,我们深表歉意'],
  ])('%s', (id, params, text) => {
    expect(zh(id, params)).toEqual({ text });
    expect(scriptOf(id)!.printed).toMatch(/^00[0-4] /);
  });

  test('and the five options of 002 5.3.1.6, 1 being the best', () => {
    const options = ['1-非常满意', '2-满意', '3-可以理解/接受', '4-不满意', '5-非常不满意'];
    for (const option of options) expect(wordingOf(scriptOf('satisfaction')!, 1, 'zh')).toContain(option);
  });
});

describe('RE-11 every script', () => {
  test('has an id of its own', () => {
    expect(new Set(SCRIPTS.map(({ id }) => id)).size).toBe(SCRIPTS.length);
  });

  test.each(SCRIPTS.map((script) => [script.id, script] as const))('%s is whole', (_, { versions, when, clause }) => {
    expect(when.zh).toMatch(/\p{Script=Han}/u);
    expect(clause).toMatch(/^(IN|CL|HA|CO)-\d+(, (IN|CL|HA|CO)-\d+)*$/);
    for (const { zh: chinese, en } of versions) {
      expect(paramsOf(en).toSorted()).toEqual(paramsOf(chinese).toSorted());
      expect(chinese).toMatch(/\p{Script=Han}/u);
      expect(en).not.toMatch(/\p{Script=Han}/u);
      for (const name of paramsOf(chinese)) expect(SCRIPT_PARAMS[name]).toMatchObject({ zh: expect.any(String) });
    }
  });

  test('tells what its parameters are, and no parameter is told that none has', () => {
    const used = SCRIPTS.flatMap(({ versions }) => versions.flatMap((wording) => paramsOf(wording.zh)));
    expect(Object.keys(SCRIPT_PARAMS).toSorted()).toEqual([...new Set(used)].toSorted());
  });

  test.each([
    [
      'IN-5 the acknowledgement says all four points',
      'acknowledgement',
      ['感谢', '{number}', '{time}', '尽力为您解决'],
    ],
    [
      'HA-1 the introduction: who, process, time, direct contact',
      'introduction',
      ['{handler}', '核实', '{time}', '{contact}'],
    ],
    ['CO-7 the farewell: thanks and good-bye, whatever the outcome', 'farewell', ['无论结果', '感谢', '再见']],
    [
      'HA-7 the solution: findings, basis, contents, steps, effect',
      'solution',
      ['{findings}', '{basis}', '{solution}', '{steps}', '{effect}'],
    ],
  ])('%s', (_, id, parts) => {
    for (const part of parts) expect(wordingOf(scriptOf(id)!, newestOf(scriptOf(id)!), 'zh')).toContain(part);
  });
});

describe('RE-11 a script is put into words', () => {
  test('only when every parameter is there, and none that it does not know', () => {
    expect(zh('repeat_back')).toEqual({ missing: ['wish'], unknown: [] });
    expect(zh('repeat_back', { wish: '退货', number: 'x' })).toEqual({ missing: [], unknown: ['number'] });
  });

  test('with what is put in left as it is: braces, dollars, names of other parameters', () => {
    expect(zh('repeat_back', { wish: '$& {number} {wish}' })).toEqual({
      text: '您的意思是希望$& {number} {wish},对吗?',
    });
  });

  test('in an old version too, while the newest is offered', () => {
    const script = scriptOf('acknowledgement')!;
    expect(newestOf(script)).toBe(2);
    const old = zh('acknowledgement', { number: '20261122-001', handler: '专员一', time: '明日' }, 1);
    expect(old).toEqual({ text: expect.stringContaining('受理编号：20261122-001') });
    expect(wordingOf(script, 2, 'zh')).toContain('{contact}');
    expect(wordingOf(script, 3, 'zh')).toBeUndefined();
  });
});
